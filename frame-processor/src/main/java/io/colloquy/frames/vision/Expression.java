package io.colloquy.frames.vision;

/**
 * What the emotion model said of a face. Never an input to a score.
 *
 * @param now of this frame alone
 * @param smoothed over the last second or so
 * @param modelHash SHA-256 of the model, hex
 */
public record Expression(Probabilities now, Probabilities smoothed, String modelHash) {}
