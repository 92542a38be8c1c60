package io.colloquy.sessions.topology;

import io.colloquy.sessions.decider.SessionState;
import java.util.Optional;

/**
 * A session as the store holds it.
 *
 * @param session the fold of its events
 * @param lastHash SHA-256 over the stored bytes of its last event, hex
 */
public record StoredSession(SessionState session, Optional<String> lastHash) {
    static final StoredSession UNKNOWN = new StoredSession(SessionState.UNKNOWN, Optional.empty());
}
