package io.colloquy.evaluator.providers;

import java.util.Optional;

/**
 * What a provider understood.
 *
 * @param text whatever it is; empty when nothing was said
 * @param confidence 0 to 1, see {@link HeardConfidence}; empty where the provider says nothing about it
 * @param language BCP 47, or empty where the provider does not say
 * @param model as it was asked for
 * @param seconds of audio, as the provider measured it or as we guessed
 * @param costMicros millionths of a US dollar, by the configured price
 */
public record Heard(
        String text,
        Optional<Double> confidence,
        Optional<String> language,
        String model,
        double seconds,
        long costMicros) {}
