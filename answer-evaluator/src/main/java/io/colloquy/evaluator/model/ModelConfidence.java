package io.colloquy.evaluator.model;

import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far a model's score should be trusted: {@value #LEAST} and up to {@value #MOST}, by agreement with the reading by rules
 * (half), by how much of the answer was quoted (three tenths) and by agreement of the dimensions with each other (two tenths).
 * Without a reading to compare with, its half counts nothing. With two samples, their agreement counts two fifths and all of that
 * three fifths.
 */
final class ModelConfidence {
    static final double LEAST = 0.3;
    static final double MOST = 0.9;

    private static final double BY_SAMPLES = 0.4;
    private static final double SPREAD = 10;
    private static final double TOLERATED = 4;
    private static final double ENOUGH_QUOTED = 0.5;

    private ModelConfidence() {}

    /**
     * Of a score.
     *
     * @param samples how far two samples agree, 0 to 1; empty when the model was asked once
     */
    static double of(
            Reply.Graded graded,
            double overall,
            OptionalDouble samples,
            Evaluation reading,
            EvaluationRequest request) {
        double once = 0.5 * agreementWithReading(overall, reading)
                + 0.3 * quoted(graded, request.answerText())
                + 0.2 * agreementOfDimensions(graded.dimensions());
        double share = samples.isPresent() ? BY_SAMPLES * samples.getAsDouble() + (1 - BY_SAMPLES) * once : once;
        return Math.round(100 * (LEAST + (MOST - LEAST) * share)) / 100.0;
    }

    private static double agreementWithReading(double overall, Evaluation reading) {
        return reading instanceof Evaluation.Scored scored
                ? Math.max(0, 1 - Math.abs(overall - scored.overall()) / TOLERATED)
                : 0;
    }

    private static double quoted(Reply.Graded graded, String answer) {
        int characters = graded.dimensions().stream()
                .map(DimensionScore::evidence)
                .flatMap(List::stream)
                .distinct()
                .mapToInt(String::length)
                .sum();
        return Math.min(1, characters / (ENOUGH_QUOTED * Math.max(1, answer.length())));
    }

    private static double agreementOfDimensions(List<DimensionScore> dimensions) {
        DoubleSummaryStatistics scores =
                dimensions.stream().mapToDouble(DimensionScore::score).summaryStatistics();
        return 1 - (scores.getMax() - scores.getMin()) / SPREAD;
    }
}
