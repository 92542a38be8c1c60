package io.colloquy.evaluator.http;

import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.rubric.Evaluation.Provenance;
import io.colloquy.evaluator.rubric.ModelCall;
import io.colloquy.evaluator.work.Calculation;
import io.colloquy.evaluator.work.Fallback;
import java.util.List;
import java.util.Map;

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

    /** What produced it, and what it took; prompt hash and the rest are empty without a model. */
    record ScoredByView(
            String provider,
            String model,
            String version,
            String promptHash,
            String rubricId,
            String rubricHash,
            Map<String, String> parameters,
            long inputTokens,
            long outputTokens,
            long costMicros,
            long latencyMs,
            boolean repaired,
            List<String> findings,
            List<Fallback> fallbacks) {
        static ScoredByView of(Provenance it, Calculation.Result result) {
            ModelCall call = it.call();
            return new ScoredByView(
                    it.provider(),
                    call.model().orElse(it.provider()),
                    it.version(),
                    call.promptHash().orElse(null),
                    it.rubricId(),
                    it.rubricHash(),
                    call.parameters(),
                    call.inputTokens(),
                    call.outputTokens(),
                    call.costMicros(),
                    result.latency().toMillis(),
                    call.repaired(),
                    call.findings(),
                    result.fallbacks());
        }
    }

    static ScoreView of(Calculation.Result result) {
        ScoredByView scoredBy = ScoredByView.of(result.evaluation().provenance(), result);
        return switch (result.evaluation()) {
            case Evaluation.Scored it ->
                new ScoreView(
                        "SCORED", it.overall(), it.confidence(), it.dimensions(), it.feedback(), null, null, scoredBy);
            case Evaluation.NotGradable it ->
                without("NOT_GRADABLE", it.reason().name(), it.message(), scoredBy);
            case Evaluation.NeedsHuman it -> without("NEEDS_HUMAN", it.reason(), it.message(), scoredBy);
        };
    }

    private static ScoreView without(String outcome, String reason, String message, ScoredByView scoredBy) {
        return new ScoreView(outcome, null, null, List.of(), null, reason, message, scoredBy);
    }
}
