package io.colloquy.sessions.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A decided fact of a session: one record for each branch of the payload of {@code session-events}, under the same name.
 * Who folds events switches over all of them, so that a new one cannot be overlooked.
 */
public sealed interface Event {

    /** The payload's name on the topic, for example AnswerAccepted. */
    default String type() {
        return getClass().getSimpleName();
    }

    /**
     * The interview was opened; everything that governs it was resolved here.
     *
     * @param missingBank the organisation's default bank where the built-in one stands in for it
     */
    record SessionStarted(
            Optional<String> candidateId,
            Optional<Personal> candidateName,
            String jobTitle,
            Optional<Personal> jobDescription,
            Optional<Personal> cv,
            String interviewKind,
            String language,
            int questionCount,
            Policy policy,
            Rubric rubric,
            List<String> providerChain,
            Duration idleTimeout,
            List<String> planningChain,
            boolean adaptive,
            Optional<BankReference> bank,
            List<String> askedBefore,
            Optional<String> missingBank)
            implements Event {
        public SessionStarted {
            providerChain = List.copyOf(providerChain);
            planningChain = List.copyOf(planningChain);
            askedBefore = List.copyOf(askedBefore);
        }
    }

    /** From here on frames may be processed, if video. */
    record ConsentGiven(boolean video, String textVersion) implements Event {}

    /** From here on no frame is processed. */
    record ConsentWithdrawn() implements Event {}

    /** The plan was accepted. */
    record QuestionsPlanned(List<Question> questions, String planner, String bankVersion, Optional<PlannedBy> plannedBy)
            implements Event {
        public QuestionsPlanned {
            questions = List.copyOf(questions);
        }
    }

    /** The candidate's current question; positions count from 1, the target difficulty is empty where the order is fixed. */
    record QuestionAsked(String questionId, int position, OptionalInt targetDifficulty) implements Event {}

    /** An answer to the current question was taken; with a transcript when it was spoken. */
    record AnswerAccepted(
            String answerId, String questionId, Personal answer, Duration duration, Optional<Transcript> transcript)
            implements Event {}

    /** The current question was skipped. */
    record QuestionSkipped(String questionId) implements Event {}

    /** Paused. */
    record SessionPaused() implements Event {}

    /** Going on. */
    record SessionResumed() implements Event {}

    /** An answer has its score. */
    record AnswerScored(String answerId, String questionId, EvaluationResult result) implements Event {}

    /** An answer is flagged instead of graded. */
    record NotGradable(String answerId, String questionId, String reason, String message, ScoredBy scoredBy)
            implements Event {}

    /** No evaluator could settle the answer. */
    record NeedsHuman(String answerId, String questionId, String reason, ScoredBy scoredBy) implements Event {}

    /** A human's score, 0 to 10, stands beside the machine's. */
    record ScoreOverridden(String questionId, double overall, Personal reason, String reviewerId) implements Event {}

    /** A human has said what an answer is, for calibration; no score changes. */
    record AnswerLabelled(
            String questionId, String answerId, AnswerLabel label, Optional<Personal> note, String labellerId)
            implements Event {}

    /** The candidate is done. */
    record SessionCompleted() implements Event {}

    /** Ended without result. */
    record SessionCancelled() implements Event {}

    /** Nothing happened for too long. */
    record SessionExpired(Instant idleSince) implements Event {}

    /**
     * All answers are settled; the report is final.
     *
     * @param overall weighted over scored questions, 0 to 10; empty when none was scored
     * @param skipped questions skipped or not reached
     */
    record SessionEvaluated(OptionalDouble overall, int scored, int notGradable, int needsHuman, int skipped)
            implements Event {}

    /** The session's key is to be destroyed. */
    record SessionErased() implements Event {}

    /** A command was refused; nothing else changed. */
    record CommandRejected(String commandId, String commandType, Rejection rejection, String reason) implements Event {}
}
