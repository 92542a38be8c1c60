package io.colloquy.sessions.decider;

import io.colloquy.platform.ids.Ids;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.RecordedEvent;
import java.time.Instant;
import java.util.Optional;

/** Gives a decided event its place in the session's history. Pure: deciding again gives the same ids and times. */
public final class Recording {
    private static final String SYSTEM = "system";

    private Recording() {}

    /**
     * The event as it follows the state's last one.
     *
     * @param state before the event
     * @param input that it was decided upon
     * @param previousHash SHA-256 over the stored bytes of the event before it, hex
     */
    public static RecordedEvent record(SessionState state, Input input, Event event, Optional<String> previousHash) {
        Input.Origin origin = input.origin();
        long seq = state.seq() + 1;
        return new RecordedEvent(
                Ids.named("event:" + origin.sessionId() + ":" + seq).toString(),
                origin.sessionId(),
                state.organisationId().orElse(origin.organisationId()),
                seq,
                later(state.latest(), origin.at()),
                Optional.of(origin.eventId()),
                origin.correlationId(),
                previousHash,
                actor(input),
                event);
    }

    /** Topics have clocks of their own; a session's history runs forward. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String actor(Input input) {
        return switch (input) {
            case Input.CommandReceived it -> it.actor().id();
            case Input.PlanProposed it -> SYSTEM;
            case Input.AnswerEvaluated it -> SYSTEM;
            case Input.AnswerNotGradable it -> SYSTEM;
            case Input.EvaluationFailed it -> SYSTEM;
        };
    }
}
