package io.colloquy.ingest.commands;

import io.colloquy.events.SessionCommand;
import io.colloquy.platform.http.Problem;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventHeaders;
import io.colloquy.schemas.wire.EventSerdes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;

/** Appends commands to {@code session-commands}, keyed by session, acknowledged by all replicas. Thread-safe. */
public final class CommandLog {
    private static final int PATIENCE_SECONDS = 5;

    private final Producer<String, byte[]> producer;
    private final Serializer<SessionCommand> serializer;

    /** @param producer of its own, with acks=all */
    public CommandLog(Producer<String, byte[]> producer, EventSerdes serdes) {
        this.producer = producer;
        this.serializer = serdes.serializer(Topics.SESSION_COMMANDS);
    }

    /**
     * Appends a command and waits until Kafka has it.
     *
     * @param traceparent the request's trace
     * @throws Problem 503 when Kafka did not say so in 5 s; sending the same command again is safe
     */
    public void append(SessionCommand command, String traceparent) {
        try {
            producer.send(record(command, traceparent)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw unavailable();
        }
    }

    private ProducerRecord<String, byte[]> record(SessionCommand command, String traceparent) {
        String topic = Topics.SESSION_COMMANDS.name();
        String type = ((SpecificRecord) command.getPayload()).getSchema().getName();
        EventHeaders headers =
                new EventHeaders(command.getEventId(), type, "ingest-api", command.getOccurredAt(), traceparent);
        return new ProducerRecord<>(
                topic,
                null,
                command.getOccurredAt().toEpochMilli(),
                command.getSessionId(),
                serializer.serialize(topic, command),
                headers.toHeaders());
    }

    private static Problem unavailable() {
        return Problem.unavailable(
                "Expected Kafka to take the command within %d s, but it did not; send it again under the same Idempotency-Key"
                        .formatted(PATIENCE_SECONDS));
    }
}
