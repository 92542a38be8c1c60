package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.evaluator.rubric.Rubrics;
import io.colloquy.evaluator.rubric.Traits;
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
 * @param label good, partial or wrong
 */
record Example(String set, String question, Label label, Traits traits) {
    /** The answers of a file that deserve a score. */
    static List<Example> of(Path file) throws IOException {
        RubricEvaluator evaluator = RubricEvaluator.builtIn();
        String set = file.getFileName().toString();
        try (InputStream content = Files.newInputStream(file)) {
            LabelledSet answers = LabelledSet.read(content);
            return answers.answers().stream()
                    .filter(answer -> answer.label().isGradable())
                    .flatMap(answer -> of(set, answers, answer, evaluator).stream())
                    .toList();
        }
    }

    private static Optional<Example> of(
            String set, LabelledSet answers, LabelledSet.LabelledAnswer answer, RubricEvaluator evaluator) {
        return evaluator
                .traits(answers.request(answer, Rubrics.builtIn()))
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

    static Stream<Example> without(List<Example> examples, String question) {
        return examples.stream().filter(example -> !example.question().equals(question));
    }
}
