package io.colloquy.reports.history;

import io.colloquy.events.ConsentGiven;
import io.colloquy.events.SessionCompleted;
import io.colloquy.events.SessionEvent;
import io.colloquy.platform.ids.Ids;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import io.colloquy.schemas.wire.EventSerdes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Chains of events as the decider writes them, for tests. */
final class Histories {
    static final String SESSION = "018f0000-0000-7000-8000-000000000001";
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private static final EventSerdes SERDES = new EventSerdes(new OneSchema());

    private Histories() {}

    /** A gap-free history of this many events, one second apart. */
    static List<DecodedEvent> of(int length) {
        List<DecodedEvent> events = new ArrayList<>();
        byte[] previous = null;
        for (int seq = 1; seq <= length; seq++) {
            Object payload = seq == length ? new SessionCompleted() : new ConsentGiven(seq % 2 == 0, "1");
            byte[] value = bytes(event(SESSION, seq, previous, payload));
            events.add(decoded(seq, value));
            previous = Ids.sha256(value);
        }
        return events;
    }

    static SessionEvent event(String session, long seq, byte[] previous, Object payload) {
        return new SessionEvent(
                "event-" + seq,
                session,
                "018f0000-0000-7000-8000-0000000000aa",
                seq,
                START.plusSeconds(seq),
                null,
                "correlation",
                previous == null ? null : ByteBuffer.wrap(previous),
                "system",
                payload);
    }

    static byte[] bytes(SessionEvent event) {
        return SERDES.serializer(Topics.SESSION_EVENTS).serialize(Topics.SESSION_EVENTS.name(), event);
    }

    static DecodedEvent decoded(long storedSeq, byte[] value) {
        return new DecodedEvent(
                new StoredEvent(storedSeq, value),
                SERDES.deserializer(Topics.SESSION_EVENTS).deserialize(Topics.SESSION_EVENTS.name(), value));
    }

    /** A registry that knows one schema under one id. */
    private static final class OneSchema implements SchemaRegistryClient {
        @Override
        public int register(String subject, Schema schema) {
            return 1;
        }

        @Override
        public Schema getById(int id) {
            return Topics.SESSION_EVENTS.schema();
        }

        @Override
        public void updateCompatibility(String subject, String level) {
            throw new UnsupportedOperationException("Expected nobody to change the registry, but somebody does");
        }
    }
}
