package io.colloquy.sessions.events;

import java.time.Instant;

/** Whatever the decider decides about. Inputs of different topics have no order among each other. */
public sealed interface Input {

    /** Who, for whom, when. */
    Origin origin();

    /** A request to change a session, by a person or by a timer. */
    record CommandReceived(Origin origin, Actor actor, Command command) implements Input {}

    /** Questions proposed by the planner. */
    record PlanProposed(Origin origin, Event.QuestionsPlanned plan) implements Input {}

    /** A score proposed by an evaluator. */
    record AnswerEvaluated(Origin origin, Event.AnswerScored outcome) implements Input {}

    /** A flag instead of a score. */
    record AnswerNotGradable(Origin origin, Event.NotGradable outcome) implements Input {}

    /** No evaluator could settle the answer. */
    record EvaluationFailed(Origin origin, Event.NeedsHuman outcome) implements Input {}

    /**
     * Where an input comes from.
     *
     * @param eventId the input's own id; an id decided once is not decided again
     * @param at the record's timestamp, the only time that decisions know
     */
    record Origin(String eventId, String sessionId, String organisationId, String correlationId, Instant at) {}

    /** Who sent a command. */
    record Actor(String id, Role role) {}

    /** What an actor is to the organisation. */
    enum Role {
        CANDIDATE,
        INTERVIEWER,
        ANALYST,
        ADMIN,
        /** A timer of ours. */
        SYSTEM,
        /** None that this version knows: may nothing. */
        UNKNOWN
    }
}
