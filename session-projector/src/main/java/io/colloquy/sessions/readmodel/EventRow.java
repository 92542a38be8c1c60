package io.colloquy.sessions.readmodel;

import io.colloquy.events.SessionEvent;
import io.colloquy.platform.json.Json;
import io.colloquy.sessions.events.RecordedEvent;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A row of {@code session_events}.
 *
 * @param data the payload as JSON
 * @param value the stored bytes, which the next event's hash is of
 */
public record EventRow(
        UUID sessionId,
        long seq,
        UUID organisationId,
        String eventId,
        String type,
        Instant occurredAt,
        String causationId,
        String correlationId,
        String actorId,
        String data,
        byte[] value,
        int kafkaPartition,
        long kafkaOffset) {

    /** An event read twice: as ours, which readers are told of, and as the contract's, which its JSON is made of. */
    record Said(RecordedEvent event, String json) {
        static Said of(SessionEvent value, RecordedEvent event) {
            return new Said(event, Json.write(PayloadJson.of(value.getPayload())));
        }
    }

    static EventRow of(Said said, ConsumerRecord<String, byte[]> source) {
        RecordedEvent it = said.event();
        return new EventRow(
                UUID.fromString(it.sessionId()),
                it.seq(),
                UUID.fromString(it.organisationId()),
                it.eventId(),
                it.event().type(),
                it.occurredAt(),
                it.causationId().orElse(null),
                it.correlationId(),
                it.actorId(),
                said.json(),
                source.value(),
                source.partition(),
                source.offset());
    }
}
