package io.colloquy.reports.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.colloquy.reports.readings.ReadingCounts;
import io.colloquy.reports.readings.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is known of a session, for one reader: the transcript with every score and what it rests on. Content is null once
 * erased. Says nothing of emotions, whatever the policy.
 *
 * @param seq of the last event folded in
 * @param settled whether all answers are settled, and the report final
 * @param overall the machine's, weighted over scored questions, 0 to 10; null until final, or when nothing was scored
 * @param overallWithOverrides the same with every override in the machine's place; null until final, or without an override
 * @param deadLetters records of this session that could not be read
 * @param plannedBy what planned the questions; null before the plan
 * @param questions in the order asked, then those not reached
 * @param reserves planned to be asked in another's place, and not asked; none for the candidate
 * @param integrity facts about frames; no judgement and no score
 * @param timeline readings over time; without buckets when there are none
 */
public record Report(
        String sessionId,
        String state,
        long seq,
        String jobTitle,
        String interviewKind,
        String language,
        String candidateName,
        Instant startedAt,
        Instant completedAt,
        @JsonProperty("final") boolean settled,
        Double overall,
        Double overallWithOverrides,
        PolicyFacts policy,
        ConsentFacts consent,
        RubricFacts rubric,
        long deadLetters,
        PlannedByReport plannedBy,
        List<QuestionReport> questions,
        List<QuestionReport> reserves,
        ReadingCounts integrity,
        Timeline timeline) {

    /** What the organisation's settings allow in this session. */
    public record PolicyFacts(String emotion, boolean faceSignals, boolean recruitment) {}

    /** The candidate's choice; {@code seq} is of the event that says so, 0 when none does. */
    public record ConsentFacts(boolean given, boolean video, long seq) {}

    /** How answers are scored. */
    public record RubricFacts(String id, String version, String hash, List<Weight> dimensions) {
        /** Share of a dimension, relative to the others. */
        public record Weight(String name, double weight) {}
    }

    /**
     * One question of the transcript.
     *
     * @param position from 1, in the order asked
     * @param weight share in the overall score, relative to the other questions
     * @param state PLANNED, ASKED, ANSWERED or SKIPPED
     * @param durationMs by the client's clock; null until answered
     * @param transcript what a spoken answer was heard as; null when it was typed
     * @param evaluation null until settled
     * @param override a human's score beside the machine's; null without one
     * @param labels what people say the answer is, the latest first; no score changes by it, and candidates see none
     */
    public record QuestionReport(
            String questionId,
            int position,
            String text,
            String category,
            String kind,
            int difficulty,
            double weight,
            String state,
            Instant askedAt,
            Instant answeredAt,
            Long durationMs,
            String answer,
            TranscriptReport transcript,
            EvaluationReport evaluation,
            OverrideReport override,
            List<LabelReport> labels) {}

    /**
     * What an answer was heard as, before the candidate corrected it; as the candidate's page said it came.
     *
     * @param confidence 0 to 1; null when the provider does not say
     * @param language BCP 47; null when nobody knows
     * @param corrected whether the answer says something else, white space aside
     */
    public record TranscriptReport(
            String text,
            Double confidence,
            String provider,
            String model,
            String language,
            long audioMs,
            boolean corrected) {}

    /**
     * What became of an answer.
     *
     * @param outcome SCORED, NOT_GRADABLE or NEEDS_HUMAN
     * @param overall 0 to 10; null unless scored
     * @param confidence 0 to 1; null unless scored
     * @param reason null when scored
     * @param message null when scored; in the language of the interview
     */
    public record EvaluationReport(
            String outcome,
            Double overall,
            Double confidence,
            String feedback,
            String reason,
            String message,
            Instant evaluatedAt,
            List<Dimension> dimensions,
            ScoredByReport scoredBy) {}

    /**
     * The score of one dimension.
     *
     * @param score 0 to 10
     * @param weight share in the answer's score, relative to the other dimensions; null when the rubric has none of that name
     * @param evidence quotes from the answer
     */
    public record Dimension(String name, double score, Double weight, List<String> evidence, String rationale) {}

    /**
     * What scored it.
     *
     * @param parameters of the call to a model; empty without one
     * @param repaired whether the model's first reply could not be used
     * @param fallbacks who was to be used before, in order
     * @param findings what was noticed in the input that a human should see
     */
    public record ScoredByReport(
            String provider,
            String model,
            String version,
            String promptHash,
            String rubricId,
            String rubricHash,
            long latencyMs,
            int attempt,
            long costMicros,
            Map<String, String> parameters,
            long inputTokens,
            long outputTokens,
            boolean repaired,
            List<Fallback> fallbacks,
            List<String> findings) {}

    /**
     * What planned the questions.
     *
     * @param planner for example openai, or the name of a bank
     * @param model null without one
     * @param version of the prompt or of the bank
     * @param parameters of the call to a model; empty without one
     * @param repaired whether the model's first reply could not be used
     * @param fallbacks who was to plan before, in order
     * @param findings what was noticed in CV and job that a human should see
     */
    public record PlannedByReport(
            String planner,
            String model,
            String version,
            String promptHash,
            long latencyMs,
            int attempt,
            long costMicros,
            Map<String, String> parameters,
            long inputTokens,
            long outputTokens,
            boolean repaired,
            List<Fallback> fallbacks,
            List<String> findings) {}

    /** Somebody earlier in the chain who should have done it, and why not. */
    public record Fallback(String provider, String reason) {}

    /** What a person says the answer is; {@code note} is null without one. */
    public record LabelReport(String label, String labellerId, String note, Instant at) {}

    /** A human's score; {@code reviewerId} is null for the candidate. */
    public record OverrideReport(double overall, String reason, String reviewerId, Instant at) {}
}
