package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.Rubrics;
import io.colloquy.evaluator.rubric.Traits;
import io.colloquy.evaluator.rubric.TraitsReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A labelled answer as the fitting sees it.
 *
 * @param set file that it is from
 * @param question unique over all sets
 * @param label good, partial, wrong or off topic
 */
record Example(String set, String question, Label label, Traits traits) {
    /** The answers of a file that deserve a score, and those about something else. */
    static List<Example> of(Path file) throws IOException {
        TraitsReader reader = new TraitsReader();
        String set = file.getFileName().toString();
        try (InputStream content = Files.newInputStream(file)) {
            LabelledSet answers = LabelledSet.read(content);
            return answers.answers().stream()
                    .filter(answer -> answer.label().isGradable() || answer.label() == Label.OFF_TOPIC)
                    .flatMap(answer -> of(set, answers, answer, reader).stream())
                    .toList();
        }
    }

    private static Optional<Example> of(
            String set, LabelledSet answers, LabelledSet.LabelledAnswer answer, TraitsReader reader) {
        return reader.read(answers.request(answer, Rubrics.builtIn()))
                .map(traits -> new Example(set, set + "#" + answer.questionId(), answer.label(), traits));
    }

    /** 1 for good, 0 for partial, -1 for wrong. */
    double worth() {
        return switch (label) {
            case GOOD -> 1;
            case WRONG -> -1;
            default -> 0;
        };
    }

    /** Above 0 for an answer about something else; there are fewer of them. */
    double aside() {
        return label == Label.OFF_TOPIC ? 1 : -0.2;
    }

    static Stream<Example> without(List<Example> examples, String question) {
        return examples.stream().filter(example -> !example.question().equals(question));
    }
}
