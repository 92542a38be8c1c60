package io.colloquy.reports.report;

import io.colloquy.events.Personal;
import java.time.Instant;
import java.util.List;

/**
 * A question with its answer and what became of it, as the read model has it, content sealed.
 *
 * @param durationMs null until answered
 * @param answer null until answered, and once erased
 * @param transcript null when the answer was typed
 * @param evaluation null until settled
 * @param override null without one
 */
public record QuestionRow(
        String questionId,
        int position,
        String text,
        String kind,
        String category,
        int difficulty,
        double weight,
        String state,
        Instant askedAt,
        Instant answeredAt,
        Long durationMs,
        Personal answer,
        TranscriptRow transcript,
        EvaluationRow evaluation,
        OverrideRow override) {

    /** What the answer was heard as; absent values are null. */
    public record TranscriptRow(
            Personal text, Double confidence, String provider, String model, String language, long audioMs) {}

    /** What became of the answer; absent values are null. */
    public record EvaluationRow(
            String outcome,
            Double overall,
            Double confidence,
            List<DimensionRow> dimensions,
            Personal feedback,
            String reason,
            String message,
            Instant evaluatedAt,
            Report.ScoredByReport scoredBy) {}

    /** Whether the candidate has been asked it. */
    boolean asked() {
        return !state.equals("PLANNED");
    }

    /** The same, but not who overrode the score. */
    QuestionRow withoutReviewer() {
        return new QuestionRow(
                questionId,
                position,
                text,
                kind,
                category,
                difficulty,
                weight,
                state,
                askedAt,
                answeredAt,
                durationMs,
                answer,
                transcript,
                evaluation,
                override == null ? null : new OverrideRow(override.overall(), override.reason(), null, override.at()));
    }

    /** Whether it is only there to be asked in another's place, in an interview of so many questions. */
    boolean inReserve(int totalQuestions) {
        return !asked() && position > totalQuestions;
    }

    /** One dimension's score. */
    public record DimensionRow(String name, double score, List<Personal> evidence, Personal rationale) {}

    /** A human's score; {@code reviewerId} is null where the reader may not know. */
    public record OverrideRow(double overall, Personal reason, String reviewerId, Instant at) {}
}
