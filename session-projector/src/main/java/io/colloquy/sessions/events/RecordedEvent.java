package io.colloquy.sessions.events;

import java.time.Instant;
import java.util.Optional;

/**
 * An event with its place in the session's history.
 *
 * @param eventId unique; derived from session and seq, so that deciding again gives the same
 * @param seq gap-free per session, from 1
 * @param occurredAt time of the input that it was decided upon; never before the previous event's
 * @param causationId event_id of that input
 * @param correlationId the same through everything that one request caused
 * @param previousHash SHA-256 over the stored bytes of the session's previous event, hex; empty for the first
 * @param actorId user id, or {@code system}
 */
public record RecordedEvent(
        String eventId,
        String sessionId,
        String organisationId,
        long seq,
        Instant occurredAt,
        Optional<String> causationId,
        String correlationId,
        Optional<String> previousHash,
        String actorId,
        Event event) {}
