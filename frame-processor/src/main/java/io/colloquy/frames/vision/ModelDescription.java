package io.colloquy.frames.vision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code model.json} beside a SavedModel says, all of it optional: {@code name}; {@code labels}, the seven
 * emotions in the order of the outputs; {@code scaling} with {@code subtract} and {@code divide}.
 */
record ModelDescription(String name, List<Emotion> labels, Scaling scaling) {
    static final String FILE = "model.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The description in a folder; without one the model is taken to be of our own form. */
    static ModelDescription read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            JsonNode json = Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
            String name = folder.toAbsolutePath().getFileName().toString();
            return new ModelDescription(
                    json.path("name").asText(name),
                    labels(json.path("labels"), file),
                    scaling(json.path("scaling"), file));
        } catch (IOException e) {
            throw new IllegalArgumentException("Expected JSON in '" + file + "', but it cannot be read", e);
        }
    }

    private static List<Emotion> labels(JsonNode labels, Path file) {
        if (labels.isMissingNode()) {
            return List.of(Emotion.values());
        }
        List<String> names = labels.valueStream().map(JsonNode::asText).toList();
        List<Emotion> emotions =
                names.stream().map(Emotion::of).flatMap(Optional::stream).toList();
        if (names.size() != Emotion.values().length || Set.copyOf(emotions).size() != Emotion.values().length) {
            throw new IllegalArgumentException(
                    "Expected the labels " + Emotion.labels() + " in any order in '" + file + "', but got " + names);
        }
        return emotions;
    }

    private static Scaling scaling(JsonNode scaling, Path file) {
        if (scaling.isMissingNode()) {
            return Scaling.STANDARD;
        }
        JsonNode subtract = scaling.path("subtract");
        JsonNode divide = scaling.path("divide");
        if (!subtract.isNumber() || !divide.isNumber() || divide.asDouble() == 0) {
            throw new IllegalArgumentException(
                    "Expected the numbers 'subtract' and 'divide' (not 0) under 'scaling' in '" + file + "', but got "
                            + scaling);
        }
        return new Scaling(subtract.asDouble(), divide.asDouble());
    }
}
