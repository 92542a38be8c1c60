package io.colloquy.evaluator.providers;

import java.util.Map;

/**
 * What a model wrote.
 *
 * @param text whatever it is; nobody has checked it yet
 * @param model as the provider names it
 * @param parameters of the call
 * @param inputTokens as counted by the provider, or guessed where it does not say
 * @param outputTokens likewise
 * @param costMicros millionths of a US dollar, by the configured prices
 */
public record Generation(
        String text,
        String model,
        Map<String, String> parameters,
        long inputTokens,
        long outputTokens,
        long costMicros) {
    private static final int LONGEST_NAME = 100;

    public Generation {
        parameters = Map.copyOf(parameters);
        model = model.length() > LONGEST_NAME ? model.substring(0, LONGEST_NAME) : model;
    }
}
