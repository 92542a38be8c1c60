package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.Rejection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Refusals are events: whoever asked learns why, and the history tells that it was asked. */
final class Refusals {
    private Refusals() {}

    /** @param reason reads Expected …, but …; never holds what a person wrote */
    static List<Event> refuse(Input.CommandReceived received, Rejection rejection, String reason) {
        return List.of(new Event.CommandRejected(
                received.origin().eventId(), received.command().type(), rejection, reason));
    }

    /** The session is in another stage than the command needs. */
    static List<Event> wrongStage(SessionState state, Input.CommandReceived received, Stage... expected) {
        String stages = Arrays.stream(expected).map(it -> "'" + it + "'").collect(Collectors.joining(" or "));
        return refuse(
                received,
                Rejection.INVALID_STATE,
                "Expected a session in state %s, but it is '%s'".formatted(stages, state.stage()));
    }
}
