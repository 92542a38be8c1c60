package io.colloquy.local.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the candidate says: to the n-th question, whose text is known. */
@FunctionalInterface
public interface Answers {

    /**
     * An answer.
     *
     * @param position of the question, from 1
     * @param question its text
     */
    String to(int position, String question);

    /** Sample answers to questions that the built-in bank asks a software engineer. */
    static Answers sample() {
        Map<String, String> byQuestion = samples();
        return (position, question) -> byQuestion.getOrDefault(question, byQuestion.get("*"));
    }

    /**
     * One answer a line, an empty line being an empty answer; questions beyond the last line get an empty answer.
     *
     * @throws DemoException when the file cannot be read
     */
    static Answers fromFile(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new DemoException(
                    "Expected --answers to name a UTF-8 text file, but '%s' is none".formatted(file), e);
        }
        return (position, question) -> position <= lines.size() ? lines.get(position - 1) : "";
    }

    private static Map<String, String> samples() {
        try (InputStream resource = Answers.class.getResourceAsStream("/demo/answers.json")) {
            return Json.MAPPER.readValue(resource, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
