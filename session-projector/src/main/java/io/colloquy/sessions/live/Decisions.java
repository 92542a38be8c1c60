package io.colloquy.sessions.live;

import io.colloquy.schemas.live.Decision;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.RecordedEvent;

/** What the first event that a command caused says about the command. */
final class Decisions {
    private Decisions() {}

    static Decision of(RecordedEvent recorded) {
        return recorded.event() instanceof Event.CommandRejected rejected
                ? new Decision(
                        recorded.seq(),
                        false,
                        rejected.type(),
                        rejected.rejection().name(),
                        rejected.reason())
                : new Decision(recorded.seq(), true, recorded.event().type(), null, null);
    }
}
