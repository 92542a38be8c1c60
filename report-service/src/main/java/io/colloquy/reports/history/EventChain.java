package io.colloquy.reports.history;

import io.colloquy.events.SessionEvent;
import io.colloquy.platform.ids.Ids;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a session's events are those that were written, all of them, in their order. Each event carries the SHA-256
 * of the stored bytes of the one before; erasing personal content destroys a key and changes no byte, so that an erased
 * session still verifies. What nothing follows, the last event, is held by its hash alone: whoever keeps
 * {@link Verification#head} elsewhere can tell that it was changed.
 */
public final class EventChain {
    private EventChain() {}

    /**
     * What a check found.
     *
     * @param verified whether everything holds
     * @param length events checked
     * @param head SHA-256 of the last event's stored bytes, hex; null without events
     * @param brokenAt seq of the first event that does not hold; null when verified
     * @param problem reads "Expected …, but …"; null when verified
     */
    public record Verification(boolean verified, long length, String head, Long brokenAt, String problem) {}

    /**
     * Checks a whole session.
     *
     * @param sessionId whose events these have to be
     * @param events all that are stored, in stored order
     * @param length how many the session has, known from elsewhere: finds a cut-off end
     */
    public static Verification verify(String sessionId, List<DecodedEvent> events, long length) {
        byte[] previous = null;
        long expected = 1;
        for (DecodedEvent event : events) {
            Optional<String> problem = problem(sessionId, event, expected, previous);
            if (problem.isPresent()) {
                return new Verification(false, events.size(), head(events), expected, problem.get());
            }
            previous = Ids.sha256(event.stored().value());
            expected++;
        }
        if (events.size() != length) {
            return new Verification(
                    false,
                    events.size(),
                    head(events),
                    expected,
                    "Expected %d events, but there are %d".formatted(length, events.size()));
        }
        return new Verification(true, events.size(), head(events), null, null);
    }

    private static Optional<String> problem(String sessionId, DecodedEvent event, long expected, byte[] previous) {
        SessionEvent decoded = event.event();
        if (decoded == null) {
            return Optional.of("Expected a readable event at seq %d, but its bytes are not one".formatted(expected));
        }
        if (event.stored().seq() != expected || decoded.getSeq() != expected) {
            return Optional.of("Expected seq %d, but the event stored as %d says %d"
                    .formatted(expected, event.stored().seq(), decoded.getSeq()));
        }
        if (!sessionId.equals(decoded.getSessionId())) {
            return Optional.of("Expected an event of this session at seq %d, but it is another's".formatted(expected));
        }
        if (!Arrays.equals(previous, bytes(decoded.getPrevHash()))) {
            return Optional.of(
                    "Expected seq %d to carry the hash of the event before it, but it does not".formatted(expected));
        }
        return Optional.empty();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static String head(List<DecodedEvent> events) {
        return events.isEmpty()
                ? null
                : HexFormat.of().formatHex(Ids.sha256(events.getLast().stored().value()));
    }
}
