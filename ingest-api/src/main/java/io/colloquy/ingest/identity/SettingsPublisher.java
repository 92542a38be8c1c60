package io.colloquy.ingest.identity;

import io.colloquy.events.OrganisationConfigured;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.platform.database.Database;
import io.colloquy.platform.ids.Ids;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventHeaders;
import io.colloquy.schemas.wire.EventSerdes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Puts organisations' settings on {@code organisation-events}. The topic is compacted and each record holds all settings, so
 * publishing again is harmless, and at every start nothing can be missing. Thread-safe.
 */
final class SettingsPublisher {
    /** Shorter than our patience: what Kafka did not take while the row was locked must not reach it after a later change. */
    static final Duration DELIVERY = Duration.ofSeconds(8);

    private static final int PATIENCE_SECONDS = 10;

    private final Database database;
    private final Producer<String, byte[]> producer;
    private final Serializer<OrganisationEvent> serializer;
    private final Clock clock;

    SettingsPublisher(Database database, Producer<String, byte[]> producer, EventSerdes serdes, Clock clock) {
        this.database = database;
        this.producer = producer;
        this.serializer = serdes.serializer(Topics.ORGANISATION_EVENTS);
        this.clock = clock;
    }

    /** Publishes every organisation's settings; returns how many there are. */
    int publishAll() {
        List<UUID> all = database.jdbi().inTransaction(handle -> {
            Presenting.set(handle, "colloquy.purpose", "publish-settings");
            return handle.createQuery("select organisation_id from identity.organisations order by organisation_id")
                    .mapTo(UUID.class)
                    .list();
        });
        all.forEach(this::publish);
        return all.size();
    }

    /**
     * Publishes an organisation's settings as they are kept, and waits until Kafka has them. The row stays locked meanwhile:
     * of two changes the later one is published last, whoever publishes.
     *
     * @throws IllegalStateException when Kafka does not take them in 10 s, or somebody else is still publishing these
     */
    void publish(UUID organisationId) {
        database.inOrganisation(organisationId.toString(), handle -> {
            Organisations.lock(handle, organisationId).ifPresent(kept -> send(kept.settings()));
            return organisationId;
        });
    }

    private void send(OrganisationSettings settings) {
        OrganisationEvent event = event(settings);
        EventHeaders headers = new EventHeaders(
                event.getEventId(),
                OrganisationConfigured.class.getSimpleName(),
                "ingest-api",
                event.getOccurredAt(),
                EventHeaders.newTraceparent());
        String topic = Topics.ORGANISATION_EVENTS.name();
        try {
            producer.send(new ProducerRecord<>(
                            topic,
                            null,
                            event.getOccurredAt().toEpochMilli(),
                            event.getOrganisationId(),
                            serializer.serialize(topic, event),
                            headers.toHeaders()))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to publish settings, but was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Expected Kafka to take an organisation's settings, but it did not", e);
        }
    }

    private OrganisationEvent event(OrganisationSettings settings) {
        String organisation = settings.organisationId().toString();
        String eventId = Ids.next().toString();
        return OrganisationEvent.newBuilder()
                .setEventId(eventId)
                .setSessionId("")
                .setOrganisationId(organisation)
                .setSeq(0)
                .setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setCorrelationId(eventId)
                .setPayload(OrganisationConfigured.newBuilder()
                        .setName(settings.name())
                        .setEmotion(settings.emotion())
                        .setFaceSignals(settings.faceSignals())
                        .setRegion(settings.region().orElse(null))
                        .setProviderChain(settings.providerChain())
                        .setIdleTimeoutMs(settings.idleTimeout().toMillis())
                        .setChains(settings.chains())
                        .setDefaultBank(settings.defaultBank().orElse(null))
                        .build())
                .build();
    }
}
