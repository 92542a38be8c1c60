package io.colloquy.evaluator.http;

import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.rubric.Evaluation.Provenance;
import java.util.List;

/** An evaluation as JSON; what does not apply to the outcome is null or empty. */
record ScoreView(
        String outcome,
        Double overall,
        Double confidence,
        List<DimensionScore> dimensions,
        String feedback,
        String reason,
        String message,
        ScoredByView scoredBy) {

    /** What produced it; no model has a part in it. */
    record ScoredByView(String provider, String version, String rubricId, String rubricHash) {
        static ScoredByView of(Provenance it) {
            return new ScoredByView(it.provider(), it.version(), it.rubricId(), it.rubricHash());
        }
    }

    static ScoreView of(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Scored it ->
                new ScoreView(
                        "SCORED",
                        it.overall(),
                        it.confidence(),
                        it.dimensions(),
                        it.feedback(),
                        null,
                        null,
                        ScoredByView.of(it.provenance()));
            case Evaluation.NotGradable it ->
                without("NOT_GRADABLE", it.reason().name(), it.message(), it.provenance());
            case Evaluation.NeedsHuman it -> without("NEEDS_HUMAN", it.reason(), it.message(), it.provenance());
        };
    }

    private static ScoreView without(String outcome, String reason, String message, Provenance provenance) {
        return new ScoreView(outcome, null, null, List.of(), null, reason, message, ScoredByView.of(provenance));
    }
}
