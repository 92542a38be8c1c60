package io.colloquy.ingest.frames;

import io.colloquy.events.CapturedFrame;
import io.colloquy.events.FrameCaptured;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.KeysUnavailableException;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.wire.EventHeaders;
import io.colloquy.schemas.wire.EventSerdes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Seals frames and sends them to {@code frames}, keyed by session. The producer is of its own, so that pictures never hold up
 * commands, and blocks for 50 ms at most. Thread-safe.
 */
public final class FrameLog {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Producer<String, byte[]> producer;
    private final Serializer<CapturedFrame> serializer;
    private final Sealer sealer;
    private final Clock clock;

    /** @param producer with max.block.ms of 50 at most */
    public FrameLog(Producer<String, byte[]> producer, EventSerdes serdes, Sealer sealer, Clock clock) {
        this.producer = producer;
        this.serializer = serdes.serializer(Topics.FRAMES);
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Sends a frame that was checked against this snapshot.
     *
     * @return done when Kafka has it; failed when Kafka did not take it
     * @throws KeyDestroyedException when the session was erased
     * @throws KeysUnavailableException when the keys cannot be reached
     */
    public CompletableFuture<Void> append(SessionSnapshot session, FrameMessage frame, String correlationId) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        ProducerRecord<String, byte[]> message = message(session, frame, correlationId);
        try {
            var ignored = producer.send(message, (metadata, failure) -> {
                if (failure == null) {
                    stored.complete(null);
                } else {
                    stored.completeExceptionally(failure);
                }
            });
        } catch (KafkaException e) {
            stored.completeExceptionally(e);
        }
        return stored;
    }

    private ProducerRecord<String, byte[]> message(SessionSnapshot session, FrameMessage frame, String correlationId) {
        CapturedFrame value = value(session, frame, correlationId);
        EventHeaders headers = new EventHeaders(
                value.getEventId(),
                FrameCaptured.class.getSimpleName(),
                "ingest-api",
                value.getOccurredAt(),
                EventHeaders.newTraceparent());
        String topic = Topics.FRAMES.name();
        return new ProducerRecord<>(
                topic,
                null,
                value.getOccurredAt().toEpochMilli(),
                session.sessionId(),
                serializer.serialize(topic, value),
                headers.toHeaders());
    }

    private CapturedFrame value(SessionSnapshot session, FrameMessage frame, String correlationId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Subject subject = new Subject(session.organisationId(), session.sessionId());
        return CapturedFrame.newBuilder()
                .setEventId(eventId(session, frame))
                .setSessionId(session.sessionId())
                .setOrganisationId(session.organisationId())
                .setSeq(0)
                .setOccurredAt(now)
                .setCorrelationId(correlationId)
                .setPayload(FrameCaptured.newBuilder()
                        .setStream(frame.stream().toString())
                        .setFrameSeq(frame.seq())
                        .setCapturedAt(plausible(frame.capturedAt()) ? frame.capturedAt() : now)
                        .setReceivedAt(now)
                        .setConsentSeq(session.consent().seq())
                        .setImage(sealer.seal(subject, PersonalContent.IMAGE, frame.jpeg()))
                        .build())
                .build();
    }

    /** The same for the same frame sent again. */
    private static String eventId(SessionSnapshot session, FrameMessage frame) {
        return Ids.named(session.sessionId() + "/" + frame.stream() + "/" + frame.seq())
                .toString();
    }

    private static boolean plausible(Instant capturedAt) {
        return capturedAt.isAfter(EARLIEST) && capturedAt.isBefore(LATEST);
    }
}
