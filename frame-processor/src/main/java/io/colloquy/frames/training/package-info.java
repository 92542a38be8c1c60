/**
 * Trains the project's own emotion and eye-state models from labelled pictures.
 *
 * <p>The pictures belong to others and are never part of the repository; only the weights, their figures and this
 * code are. Nothing here runs inside the service: each {@code Train…} class is a program of its own.
 */
package io.colloquy.frames.training;
