/**
 * Frames to readings. A service of three small files: configuration, wiring, topology; what it knows lives in the packages
 * below.
 */
package io.colloquy.frames;
