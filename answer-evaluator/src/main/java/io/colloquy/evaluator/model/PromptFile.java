package io.colloquy.evaluator.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Prompt files beside this class; their names carry their versions. */
final class PromptFile {
    private static final String REPAIR = read("repair.v1.txt");

    private PromptFile() {}

    static String read(String name) {
        try (InputStream content = PromptFile.class.getResourceAsStream(name)) {
            Objects.requireNonNull(content, "Expected a prompt file on the class path, but it is missing");
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is sent when a reply cannot be used; the same for every prompt. */
    static String repair() {
        return REPAIR;
    }

    /** The input again, with what was wrong with the reply; the objections are our own words. */
    static String repairing(String input, List<String> objections) {
        return input + REPAIR.replace("{objections}", String.join("; ", objections));
    }
}
