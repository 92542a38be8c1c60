package io.colloquy.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;

/** Tokens as a provider counts them, or a guess where it does not say. */
final class Tokens {
    private static final long MOST = 10_000_000;

    private Tokens() {}

    static long counted(JsonNode count, String text) {
        boolean believable = count.isIntegralNumber() && count.canConvertToLong();
        return believable ? Math.clamp(count.longValue(), 0, MOST) : GenerationRequest.guessedTokens(text);
    }
}
