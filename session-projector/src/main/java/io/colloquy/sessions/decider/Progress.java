package io.colloquy.sessions.decider;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far one question has come.
 *
 * @param weight share in the overall score, relative to the other questions
 * @param answerId set once it is answered
 * @param outcome set once its answer is settled
 * @param overall the machine's score, 0 to 10; set when the outcome is SCORED
 */
public record Progress(
        String questionId,
        double weight,
        Status status,
        Optional<String> answerId,
        Optional<Outcome> outcome,
        OptionalDouble overall) {

    /** What the candidate did. */
    public enum Status {
        PLANNED,
        ASKED,
        ANSWERED,
        SKIPPED
    }

    /** What the evaluation said; the names are part of the contract. */
    public enum Outcome {
        SCORED,
        NOT_GRADABLE,
        NEEDS_HUMAN
    }

    static Progress planned(String questionId, double weight) {
        return new Progress(
                questionId, weight, Status.PLANNED, Optional.empty(), Optional.empty(), OptionalDouble.empty());
    }

    Progress with(Status next) {
        return new Progress(questionId, weight, next, answerId, outcome, overall);
    }

    Progress answered(String answer) {
        return new Progress(questionId, weight, Status.ANSWERED, Optional.of(answer), outcome, overall);
    }

    Progress settled(Outcome said, OptionalDouble score) {
        return new Progress(questionId, weight, status, answerId, Optional.of(said), score);
    }

    boolean isPending() {
        return answerId.isPresent() && outcome.isEmpty();
    }
}
