package io.colloquy.evaluator.rubric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.colloquy.evaluator.bank.InvalidContentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads rubrics from JSON; descriptions are for people, the hash covers what decides the score. */
public final class Rubrics {
    private Rubrics() {}

    /** The rubric that comes with the service. */
    public static Rubric builtIn() {
        try (InputStream content = Rubrics.class.getResourceAsStream("built-in-rubric.json")) {
            return read(Objects.requireNonNull(
                    content, "Expected the built-in rubric on the class path, but it is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads and checks.
     *
     * @throws InvalidContentException when it cannot be used
     */
    public static Rubric read(InputStream content) throws IOException {
        JsonNode tree = JsonMapper.builder().build().readTree(content);
        List<Rubric.Dimension> dimensions = new ArrayList<>();
        tree.path("dimensions")
                .forEach(entry -> dimensions.add(new Rubric.Dimension(
                        entry.path("name").asText(), entry.path("weight").asDouble())));
        Rubric rubric = Rubric.of(tree.path("id").asText(), tree.path("version").asText(), dimensions);
        List<String> offences = offences(rubric);
        if (!offences.isEmpty()) {
            throw new InvalidContentException(offences);
        }
        return rubric;
    }

    private static List<String> offences(Rubric rubric) {
        List<String> offences = new ArrayList<>();
        if (rubric.id().isBlank() || rubric.version().isBlank()) {
            offences.add("Expected a rubric to have an id and a version, but one is blank");
        }
        if (rubric.dimensions().isEmpty()) {
            offences.add("Expected rubric '%s' to have dimensions, but it has none".formatted(rubric.id()));
        }
        rubric.dimensions().stream()
                .filter(dimension -> dimension.name().isBlank() || !(dimension.weight() > 0))
                .forEach(dimension ->
                        offences.add("Expected dimension '%s' to have a name and a weight above 0, but it has %s"
                                .formatted(dimension.name(), dimension.weight())));
        return offences;
    }
}
