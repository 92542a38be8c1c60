/**
 * Frames over the public socket, as many as it takes or at a fixed pace. The client does as little as it can for each frame,
 * because it shares the machine with what is measured. Latency counts from when a frame was due, not from when it could be
 * sent.
 */
package io.colloquy.bench.load;
