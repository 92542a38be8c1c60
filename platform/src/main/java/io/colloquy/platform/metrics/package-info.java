/**
 * Prometheus metrics, declared as enums that document themselves. One registry per service object, so that several
 * services can share a process.
 */
package io.colloquy.platform.metrics;
