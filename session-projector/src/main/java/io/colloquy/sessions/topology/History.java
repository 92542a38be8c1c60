package io.colloquy.sessions.topology;

import io.colloquy.events.SessionEvent;
import io.colloquy.platform.ids.Ids;
import io.colloquy.sessions.decider.Evolver;
import io.colloquy.sessions.decider.Recording;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.EventMapping;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.RecordedEvent;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** Appends decided events to a session's history: each names the hash of the bytes before it. */
final class History {
    private final Function<SessionEvent, byte[]> serializer;

    /** @param serializer gives the bytes that the topic will hold */
    History(Function<SessionEvent, byte[]> serializer) {
        this.serializer = serializer;
    }

    /** One appended event: as recorded, as stored, and the session after it. */
    record Appended(RecordedEvent recorded, byte[] bytes, StoredSession after) {}

    Appended append(StoredSession before, Input input, Event event) {
        RecordedEvent recorded = Recording.record(before.session(), input, event, before.lastHash());
        byte[] bytes = serializer.apply(EventMapping.toAvro(recorded));
        StoredSession after = new StoredSession(Evolver.evolve(before.session(), recorded), Optional.of(hash(bytes)));
        return new Appended(recorded, bytes, after);
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Ids.sha256(bytes));
    }
}
