package io.colloquy.evaluator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/**
 * Something to be put to a model, and how its reply is read.
 *
 * @param instructions from a prompt file; nothing that people typed
 * @param input what people typed, in data blocks
 * @param schema that the reply should have
 * @param reader reads a reply as if an attacker had written it
 * @param objections what is wrong with a reply, in our own words; none when it can be used
 */
record Exchange<R>(
        String instructions,
        String input,
        JsonNode schema,
        int mostTokens,
        Function<String, R> reader,
        Function<R, List<String>> objections) {}
