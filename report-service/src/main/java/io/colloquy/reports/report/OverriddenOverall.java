package io.colloquy.reports.report;

import java.util.List;
import java.util.Optional;

/**
 * A session's overall with every override in the machine's place: weighted as the machine's own is, over every question that has
 * a score of either. It stands beside the machine's. Pure.
 */
final class OverriddenOverall {
    private OverriddenOverall() {}

    private record Score(double weight, double score) {}

    /** Null when nobody overrode anything. */
    static Double of(List<QuestionRow> questions) {
        if (questions.stream().allMatch(question -> question.override() == null)) {
            return null;
        }
        List<Score> scores = questions.stream()
                .flatMap(question -> score(question).map(it -> new Score(question.weight(), it)).stream())
                .toList();
        double weights = scores.stream().mapToDouble(Score::weight).sum();
        return weights > 0
                ? scores.stream().mapToDouble(it -> it.weight() * it.score()).sum() / weights
                : scores.stream().mapToDouble(Score::score).average().orElseThrow();
    }

    private static Optional<Double> score(QuestionRow question) {
        return Optional.ofNullable(question.override())
                .map(QuestionRow.OverrideRow::overall)
                .or(() -> Optional.ofNullable(question.evaluation()).map(QuestionRow.EvaluationRow::overall));
    }
}
