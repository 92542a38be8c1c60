package io.colloquy.sessions.decider;

import java.util.List;
import java.util.Optional;

/** What is kept of sessions that are over: enough to refuse and to ignore, to settle what is pending and to override. */
final class Stubs {
    private Stubs() {}

    static SessionState shrunk(SessionState state) {
        return switch (state.stage()) {
            case UNKNOWN, PLANNING, IN_PROGRESS, PAUSED -> state;
            case COMPLETED, EXPIRED -> stub(state, state.counted());
            case CANCELLED, ERASED -> stub(state, List.of());
        };
    }

    /** Questions and set-up are needed to ask and to hand answers on; after the end nobody does. */
    private static SessionState stub(SessionState state, List<Progress> progress) {
        Draft draft = new Draft(state);
        draft.setup = Optional.empty();
        draft.questions = List.of();
        draft.progress = progress;
        draft.current = Optional.empty();
        return draft.state();
    }
}
