package io.colloquy.sessions.topology;

import io.colloquy.sessions.decider.SessionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which open sessions of a task have been silent for too long. Kept in memory beside the store, so that a timer need not
 * read all sessions there ever were. Not thread-safe: a task has one thread.
 */
final class IdleWatch {
    private final Map<String, Silence> silences = new HashMap<>();

    /** A session's silence so far. */
    record Silence(String sessionId, String organisationId, Instant since, Instant deadline) {}

    /** Notes where a session stands now. */
    void update(String sessionId, SessionState session) {
        Silence known = silences.get(sessionId);
        session.idleDeadline()
                .map(deadline ->
                        new Silence(sessionId, session.organisationId().orElseThrow(), session.active(), deadline))
                .ifPresentOrElse(
                        silence -> {
                            if (known == null || !known.since().equals(silence.since())) {
                                silences.put(sessionId, silence);
                            }
                        },
                        () -> silences.remove(sessionId));
    }

    /** Sessions that are due, each once per silence. */
    List<Silence> due(Instant now) {
        List<Silence> due = new ArrayList<>();
        silences.replaceAll((sessionId, silence) -> {
            if (silence.deadline().isAfter(now)) {
                return silence;
            }
            due.add(silence);
            return new Silence(sessionId, silence.organisationId(), silence.since(), Instant.MAX);
        });
        return due;
    }
}
