package io.colloquy.evaluator.providers;

/**
 * What a call took.
 *
 * @param units of the capability's budget: tokens, seconds of audio, characters
 * @param costMicros millionths of a US dollar, by the configured prices
 */
record Usage(long units, long costMicros) {}
