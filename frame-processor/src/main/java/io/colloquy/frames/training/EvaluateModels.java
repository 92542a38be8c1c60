package io.colloquy.frames.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.colloquy.frames.vision.EmotionModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures the models on files of labelled pictures: {@code FILE… [--exclude-flags MASK] [--model FOLDER] [--json]}.
 * Faces go to the emotion model (the service's own, or that of the folder), eyes to the eye model. With {@code --json}
 * one JSON object a file, each on a line of its own.
 */
public final class EvaluateModels {
    private EvaluateModels() {}

    /** Runs the program; ends with status 1 and one sentence where it cannot. */
    public static void main(String[] arguments) {
        try {
            Request request = Request.parse(List.of(arguments));
            for (Path file : request.files()) {
                Map<String, Object> facts = ModelEvaluation.of(
                        file,
                        request.excludedFlags(),
                        () -> request.model().map(EmotionModel::load).orElseGet(EmotionModel::bundled));
                System.out.println(request.json() ? json(facts) : EvaluationTable.of(facts));
            }
        } catch (IllegalArgumentException | IOException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static String json(Map<String, Object> facts) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(facts);
    }

    /**
     * What the command line asks for.
     *
     * @param excludedFlags a bit mask; records with any of its bits are left out
     */
    record Request(List<Path> files, int excludedFlags, Optional<Path> model, boolean json) {
        static Request parse(List<String> arguments) {
            List<Path> files = new ArrayList<>();
            int excludedFlags = 0;
            Optional<Path> model = Optional.empty();
            boolean json = false;
            for (int i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--json" -> json = true;
                    case "--exclude-flags" -> excludedFlags = mask(valueAt(arguments, ++i, "--exclude-flags MASK"));
                    case "--model" -> model = Optional.of(Path.of(valueAt(arguments, ++i, "--model FOLDER")));
                    case String option
                    when option.startsWith("--") ->
                        throw new IllegalArgumentException(
                                "Expected --exclude-flags, --model or --json, but got '" + option + "'");
                    case String file -> files.add(Path.of(file));
                }
            }
            if (files.isEmpty()) {
                throw new IllegalArgumentException(
                        "Expected at least one file of faces (.ferp.gz) or eyes (.eyep.gz), but got none");
            }
            return new Request(List.copyOf(files), excludedFlags, model, json);
        }

        private static String valueAt(List<String> arguments, int place, String expected) {
            if (place >= arguments.size()) {
                throw new IllegalArgumentException("Expected " + expected + ", but its value is missing");
            }
            return arguments.get(place);
        }

        private static int mask(String value) {
            try {
                return Integer.decode(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "Expected a whole number after --exclude-flags, but got '" + value + "'", e);
            }
        }
    }
}
