package io.colloquy.reports.history;

import io.colloquy.platform.http.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** A moment in a session's history: how much of it had happened by then. */
sealed interface AsOf {

    /** Everything so far. */
    record Now() implements AsOf {}

    /** Up to and with an event. */
    record AtSeq(long seq) implements AsOf {}

    /** Up to and with an instant. */
    record AtInstant(Instant instant) implements AsOf {}

    /**
     * From a request.
     *
     * @param text null or empty for now, else a seq or an ISO-8601 instant
     * @throws Problem 400 when it is neither
     */
    static AsOf parse(String text) {
        if (text == null || text.isBlank()) {
            return new Now();
        }
        try {
            return text.matches("\\d{1,18}") ? new AtSeq(Long.parseLong(text)) : new AtInstant(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw Problem.invalidRequest(
                    "Expected as_of to be a seq or an ISO-8601 instant, but it is '%s'".formatted(text));
        }
    }

    /** What had happened by then: always a beginning of the history. */
    default List<DecodedEvent> of(List<DecodedEvent> events) {
        return events.stream().takeWhile(this::includes).toList();
    }

    private boolean includes(DecodedEvent event) {
        return switch (this) {
            case Now() -> true;
            case AtSeq(long seq) -> event.stored().seq() <= seq;
            case AtInstant(Instant instant) ->
                event.event() == null || !event.event().getOccurredAt().isAfter(instant);
        };
    }
}
