package io.colloquy.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is to be written.
 *
 * @param instructions for the model, from a prompt file; never anything that people typed
 * @param input what the instructions speak of, everything that people typed in delimited blocks
 * @param schema JSON schema of the reply
 * @param mostTokens most that may be written
 */
public record GenerationRequest(String instructions, String input, JsonNode schema, int mostTokens) {
    private static final int CHARACTERS_PER_TOKEN = 3;

    /** A cautious guess at the tokens of a call, in and out. */
    long guessedTokens() {
        return guessedTokens(instructions) + guessedTokens(input) + mostTokens;
    }

    static long guessedTokens(String text) {
        return text.length() / CHARACTERS_PER_TOKEN + 1L;
    }
}
