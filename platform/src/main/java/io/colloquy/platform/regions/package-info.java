/**
 * Where on earth something is, as far as law depends on it. One list of codes for all services: two would drift apart. What
 * follows from a region is said by whoever asks.
 */
package io.colloquy.platform.regions;
