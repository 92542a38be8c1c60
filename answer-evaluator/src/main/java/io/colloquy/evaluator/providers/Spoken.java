package io.colloquy.evaluator.providers;

/**
 * A text as audio.
 *
 * @param kind by its first bytes
 * @param model as it was asked for
 * @param costMicros millionths of a US dollar, by the configured price
 */
public record Spoken(AudioKind kind, byte[] bytes, String model, long costMicros) {}
