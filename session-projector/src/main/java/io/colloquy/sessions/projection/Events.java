package io.colloquy.sessions.projection;

import io.colloquy.events.SessionEvent;
import io.colloquy.sessions.events.EventMapping;
import io.colloquy.sessions.events.RecordedEvent;

/** Events as the stores take them. */
public final class Events {
    private Events() {}

    /**
     * A record of {@code session-events}.
     *
     * @throws IllegalArgumentException when its identifiers are none
     */
    public static RecordedEvent read(SessionEvent value) {
        Identifiers.require(value.getSessionId(), value.getOrganisationId());
        return EventMapping.fromAvro(value);
    }
}
