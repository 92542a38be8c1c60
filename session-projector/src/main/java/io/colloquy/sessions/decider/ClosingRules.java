package io.colloquy.sessions.decider;

import static io.colloquy.sessions.decider.Refusals.wrongStage;

import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Input.CommandReceived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Breaks and the four ways in which a session ends. */
final class ClosingRules {
    private ClosingRules() {}

    static List<Event> pause(SessionState state, CommandReceived received) {
        return state.stage() == Stage.IN_PROGRESS
                ? List.of(new Event.SessionPaused())
                : wrongStage(state, received, Stage.IN_PROGRESS);
    }

    static List<Event> resume(SessionState state, CommandReceived received) {
        return state.stage() == Stage.PAUSED
                ? List.of(new Event.SessionResumed())
                : wrongStage(state, received, Stage.PAUSED);
    }

    static List<Event> complete(SessionState state, CommandReceived received) {
        return switch (state.stage()) {
            case IN_PROGRESS, PAUSED -> closed(state, new Event.SessionCompleted());
            default -> wrongStage(state, received, Stage.IN_PROGRESS, Stage.PAUSED);
        };
    }

    static List<Event> cancel(SessionState state, CommandReceived received) {
        return state.stage().isOpen()
                ? List.of(new Event.SessionCancelled())
                : wrongStage(state, received, Stage.PLANNING, Stage.IN_PROGRESS, Stage.PAUSED);
    }

    static List<Event> erase(SessionState state, CommandReceived received) {
        return state.stage() == Stage.ERASED
                ? wrongStage(
                        state,
                        received,
                        Stage.PLANNING,
                        Stage.IN_PROGRESS,
                        Stage.PAUSED,
                        Stage.COMPLETED,
                        Stage.CANCELLED,
                        Stage.EXPIRED)
                : List.of(new Event.SessionErased());
    }

    /** A timer's word is only a hint: what counts is the time between the records. Nobody waits for a refusal. */
    static List<Event> expire(SessionState state, CommandReceived received) {
        Optional<Instant> deadline = state.idleDeadline();
        boolean due = deadline.isPresent() && !received.origin().at().isBefore(deadline.get());
        return due ? closed(state, new Event.SessionExpired(state.active())) : List.of();
    }

    /** The report is final at once where nothing is left to evaluate. An expired session without answers has none. */
    private static List<Event> closed(SessionState state, Event end) {
        List<Event> events = new ArrayList<>();
        events.add(end);
        if (end instanceof Event.SessionCompleted || Settlement.hasAnswers(state.progress())) {
            Settlement.of(state.counted()).ifPresent(events::add);
        }
        return List.copyOf(events);
    }
}
