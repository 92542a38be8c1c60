package io.colloquy.sessions.model;

import io.colloquy.sessions.events.EvaluationResult;
import io.colloquy.sessions.events.Personal;
import io.colloquy.sessions.events.Question;
import io.colloquy.sessions.events.ScoredBy;
import io.colloquy.sessions.events.Transcript;
import java.time.Instant;
import java.util.List;

/**
 * A planned question and what became of it.
 *
 * @param position from 1, in the order asked
 * @param askedAt null until asked
 * @param answer null until answered
 * @param evaluation null until settled
 * @param humanScore null unless a human gave another score
 */
public record QuestionModel(
        String questionId,
        int position,
        Plan plan,
        State state,
        Instant askedAt,
        Answer answer,
        Evaluation evaluation,
        HumanScore humanScore) {

    /** How far a question is. The names are part of the contract. */
    public enum State {
        /** Not its turn yet. */
        PLANNED,
        /** The candidate has it. */
        ASKED,
        /** An answer was accepted. */
        ANSWERED,
        /** Passed over. */
        SKIPPED
    }

    /** What became of an answer. The names are part of the contract. */
    public enum Outcome {
        /** It has a score. */
        SCORED,
        /** It is flagged instead. */
        NOT_GRADABLE,
        /** Nobody could settle it. */
        NEEDS_HUMAN
    }

    /** The question itself; {@code seconds} is the suggested time to answer. */
    public record Plan(String text, String kind, String category, int difficulty, double weight, int seconds) {}

    /**
     * An accepted answer.
     *
     * @param content sealed; null once erased
     * @param heard null when it was typed
     */
    public record Answer(String answerId, Personal content, Instant at, long durationMs, Heard heard) {}

    /**
     * What an answer was heard as, before the candidate corrected it.
     *
     * @param text sealed; null once erased
     * @param confidence 0 to 1; null when the provider does not say
     * @param language BCP 47; null when nobody knows
     */
    public record Heard(
            Personal text, Double confidence, String provider, String model, String language, long audioMs) {
        static Heard of(Transcript it) {
            return new Heard(
                    it.text(),
                    it.confidence().isPresent() ? it.confidence().getAsDouble() : null,
                    it.provider(),
                    it.model(),
                    it.language().orElse(null),
                    it.audio().toMillis());
        }

        Heard withoutContent() {
            return new Heard(null, confidence, provider, model, language, audioMs);
        }
    }

    /**
     * How an answer was settled.
     *
     * @param overall null unless scored
     * @param confidence null unless scored
     * @param dimensions empty unless scored
     * @param feedback sealed; null unless scored, and once erased
     * @param reason null when scored
     * @param message null unless not gradable
     */
    public record Evaluation(
            Outcome outcome,
            Double overall,
            Double confidence,
            List<Dimension> dimensions,
            Personal feedback,
            String reason,
            String message,
            Instant at,
            Scorer scoredBy) {
        public Evaluation {
            dimensions = List.copyOf(dimensions);
        }
    }

    /**
     * The score of one dimension.
     *
     * @param evidence sealed quotes; empty once erased
     * @param rationale sealed; null when there is none
     */
    public record Dimension(String name, double score, List<Personal> evidence, Personal rationale) {
        public Dimension {
            evidence = List.copyOf(evidence);
        }
    }

    /** What scored; {@code promptHash} is null where there is no prompt. */
    public record Scorer(
            String provider,
            String model,
            String version,
            String promptHash,
            String rubricId,
            String rubricHash,
            long latencyMs,
            int attempt,
            long costMicros,
            ScoredBy.Details details) {}

    /** A human's score; {@code reason} is sealed, and null once erased. */
    public record HumanScore(double overall, Personal reason, String by, Instant at) {}

    static QuestionModel planned(int position, Question question) {
        Plan plan = new Plan(
                question.text(),
                question.kind(),
                question.category(),
                question.difficulty(),
                question.weight(),
                question.seconds());
        return new QuestionModel(question.questionId(), position, plan, State.PLANNED, null, null, null, null);
    }

    static Evaluation scored(EvaluationResult result, Instant at) {
        List<Dimension> dimensions = result.dimensions().stream()
                .map(it -> new Dimension(
                        it.name(), it.score(), it.evidence(), it.rationale().orElse(null)))
                .toList();
        return new Evaluation(
                Outcome.SCORED,
                result.overall(),
                result.confidence(),
                dimensions,
                result.feedback(),
                null,
                null,
                at,
                scorer(result.scoredBy()));
    }

    static Evaluation unscored(Outcome outcome, String reason, String message, Instant at, ScoredBy scoredBy) {
        return new Evaluation(outcome, null, null, List.of(), null, reason, message, at, scorer(scoredBy));
    }

    QuestionModel asked(Instant at) {
        return new QuestionModel(questionId, position, plan, State.ASKED, at, answer, evaluation, humanScore);
    }

    QuestionModel at(int place) {
        return new QuestionModel(questionId, place, plan, state, askedAt, answer, evaluation, humanScore);
    }

    QuestionModel answered(Answer given) {
        return new QuestionModel(questionId, position, plan, State.ANSWERED, askedAt, given, evaluation, humanScore);
    }

    QuestionModel skipped() {
        return new QuestionModel(questionId, position, plan, State.SKIPPED, askedAt, answer, evaluation, humanScore);
    }

    QuestionModel settled(Evaluation settled) {
        return new QuestionModel(questionId, position, plan, state, askedAt, answer, settled, humanScore);
    }

    QuestionModel overridden(HumanScore by) {
        return new QuestionModel(questionId, position, plan, state, askedAt, answer, evaluation, by);
    }

    /** The same with everything sealed left out. */
    QuestionModel withoutContent() {
        return new QuestionModel(
                questionId,
                position,
                plan,
                state,
                askedAt,
                answer == null ? null : withoutContent(answer),
                evaluation == null ? null : withoutContent(evaluation),
                humanScore == null
                        ? null
                        : new HumanScore(humanScore.overall(), null, humanScore.by(), humanScore.at()));
    }

    private static Answer withoutContent(Answer it) {
        Heard heard = it.heard() == null ? null : it.heard().withoutContent();
        return new Answer(it.answerId(), null, it.at(), it.durationMs(), heard);
    }

    private static Evaluation withoutContent(Evaluation it) {
        List<Dimension> dimensions = it.dimensions().stream()
                .map(dimension -> new Dimension(dimension.name(), dimension.score(), List.of(), null))
                .toList();
        return new Evaluation(
                it.outcome(),
                it.overall(),
                it.confidence(),
                dimensions,
                null,
                it.reason(),
                it.message(),
                it.at(),
                it.scoredBy());
    }

    private static Scorer scorer(ScoredBy it) {
        return new Scorer(
                it.provider(),
                it.model(),
                it.version(),
                it.promptHash().orElse(null),
                it.rubricId(),
                it.rubricHash(),
                it.latency().toMillis(),
                it.attempt(),
                it.costMicros(),
                it.details());
    }
}
