package io.colloquy.evaluator.model;

import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.rubric.Evaluation.Reason;
import java.util.List;

/** What a model said, as far as it can be used. */
sealed interface Reply {
    /** Scores in range, one for each dimension, each with words of the answer. */
    record Graded(List<DimensionScore> dimensions, String feedback) implements Reply {}

    /** The model holds that it cannot be graded. */
    record Ungradable(Reason reason) implements Reply {}

    /** The model noticed an attempt to steer it. */
    record Manipulated() implements Reply {}

    /**
     * It cannot be used.
     *
     * @param code stable, of the first objection
     * @param objections in our own words, for the model to read
     */
    record Unusable(String code, List<String> objections) implements Reply {}
}
