package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.Rubrics;
import io.colloquy.evaluator.rubric.Traits;
import io.colloquy.evaluator.rubric.TraitsReader;
import java.util.Optional;

/**
 * A labelled answer as the fitting sees it.
 *
 * @param set file that it is from
 * @param author who wrote it; what one author writes does not judge what the same one wrote
 * @param question unique over all sets
 * @param label what a person said
 */
record Example(String set, String author, String question, Label label, Traits traits) {
    static Optional<Example> of(
            String set, String author, LabelledSet answers, LabelledSet.LabelledAnswer answer, TraitsReader reader) {
        return reader.read(answers.request(answer, Rubrics.builtIn()))
                .map(traits -> new Example(set, author, set + "#" + answer.questionId(), answer.label(), traits));
    }

    /** Whether somebody says something, to the question or not. */
    static boolean makesSense(Label label) {
        return label.isGradable() || label == Label.OFF_TOPIC;
    }

    /** 1 for good, 0 for partial, -1 for wrong. */
    double worth() {
        return switch (label) {
            case GOOD -> 1;
            case WRONG -> -1;
            default -> 0;
        };
    }
}
