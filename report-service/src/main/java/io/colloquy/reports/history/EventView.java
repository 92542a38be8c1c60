package io.colloquy.reports.history;

import java.time.Instant;
import java.util.Map;

/**
 * An event as readers see it.
 *
 * @param type the payload's record name, for example AnswerAccepted; Unreadable when the stored bytes are no event any more
 * @param actorId user id, or system; staff where the reader may not know who it was
 * @param data the payload's fields; personal content opened, or null once erased
 */
public record EventView(
        long seq, String type, Instant occurredAt, String eventId, String actorId, Map<String, Object> data) {}
