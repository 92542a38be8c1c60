package io.colloquy.evaluator.model;

import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.suspicion.Finding;
import java.util.Optional;

/**
 * Whether a model's score can be believed beside a reading by rules, which no text can talk to. Only praise is doubted: a
 * steered model praises.
 */
final class Plausibility {
    private static final double FAR_ABOVE = 4;
    private static final double HIGH = 5;
    private static final double PERFECT = 9.5;
    private static final int ENOUGH_QUOTED = 60;

    private Plausibility() {}

    /** What speaks against the score; empty when nothing does. */
    static Optional<Finding> doubt(Reply.Graded graded, double overall, Evaluation reading) {
        boolean tooHigh = switch (reading) {
            case Evaluation.Scored scored -> overall - scored.overall() > FAR_ABOVE;
            case Evaluation.NotGradable flag -> overall > HIGH;
            case Evaluation.NeedsHuman human -> false;
        };
        if (tooHigh) {
            return Optional.of(Finding.FAR_ABOVE_SECOND_READING);
        }
        return isPerfect(graded) && quoted(graded) < ENOUGH_QUOTED
                ? Optional.of(Finding.PRAISE_WITHOUT_EVIDENCE)
                : Optional.empty();
    }

    private static boolean isPerfect(Reply.Graded graded) {
        return graded.dimensions().stream().allMatch(it -> it.score() >= PERFECT);
    }

    /** Characters of the answer that were quoted, each quote once. */
    private static int quoted(Reply.Graded graded) {
        return graded.dimensions().stream()
                .map(DimensionScore::evidence)
                .flatMap(java.util.List::stream)
                .distinct()
                .mapToInt(String::length)
                .sum();
    }
}
