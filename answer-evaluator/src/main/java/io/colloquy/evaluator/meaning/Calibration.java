package io.colloquy.evaluator.meaning;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.colloquy.evaluator.providers.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Phrases like expected points, from trades that have nothing to do with each other, each with what somebody would say to make it.
 *
 * @param pairs phrase and paraphrase
 */
record Calibration(List<List<String>> pairs) {
    private static final String FILE = "calibration.v1.json";
    private static final Map<String, List<List<String>>> BY_LANGUAGE = read();

    /** In a language of the built-in evaluator. */
    static Calibration in(String language) {
        return new Calibration(Objects.requireNonNull(
                BY_LANGUAGE.get(language), "Expected pairs in every language that can be read, but one has none"));
    }

    /** All that a model has to be asked for. */
    Stream<String> texts() {
        return pairs.stream().flatMap(List::stream);
    }

    Optional<Scale> scale(Map<String, Vector> vectors) {
        return Scale.of(
                pairs.stream().map(pair -> vectors.get(pair.getFirst())).toList(),
                pairs.stream().map(pair -> vectors.get(pair.getLast())).toList());
    }

    private static Map<String, List<List<String>>> read() {
        try (InputStream content = Calibration.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder()
                    .build()
                    .readValue(
                            Objects.requireNonNull(content, "Expected pairs on the class path, but they are missing"),
                            new TypeReference<Map<String, List<List<String>>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
