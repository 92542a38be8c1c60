package io.colloquy.sessions.topology;

import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.OrganisationConfigured;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.sessions.decider.OrganisationSettings;
import io.colloquy.sessions.events.Policy;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings of organisations, from the global store of raw records. They are decoded when a session starts: a global table
 * has no dead letters, and a record that cannot be read must neither stop the stream nor open what was closed.
 */
final class OrganisationStore {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationStore.class);

    private final ReadOnlyKeyValueStore<String, byte[]> records;
    private final Deserializer<OrganisationEvent> deserializer;

    OrganisationStore(ReadOnlyKeyValueStore<String, byte[]> records, Deserializer<OrganisationEvent> deserializer) {
        this.records = records;
        this.deserializer = deserializer;
    }

    /** What the organisation asked for last; the defaults when it never did, or when that cannot be read. */
    OrganisationSettings settings(String topic, String organisationId) {
        byte[] bytes = records.get(organisationId);
        if (bytes == null) {
            return OrganisationSettings.DEFAULT;
        }
        try {
            return settings(deserializer.deserialize(topic, bytes));
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("organisation_id", organisationId)
                    .addKeyValue("reason", e.getMessage())
                    .log("settings cannot be read, defaults apply");
            return OrganisationSettings.DEFAULT;
        }
    }

    private static OrganisationSettings settings(OrganisationEvent event) {
        return switch (event.getPayload()) {
            case OrganisationConfigured it ->
                new OrganisationSettings(
                        emotion(it.getEmotion()),
                        it.getFaceSignals(),
                        Optional.ofNullable(it.getRegion()),
                        it.getProviderChain(),
                        Duration.ofMillis(it.getIdleTimeoutMs()));
            case null, default ->
                throw new SerializationException("Expected settings of an organisation, but got something else");
        };
    }

    private static Policy.Emotion emotion(EmotionPolicy asked) {
        return switch (asked) {
            case OFF -> Policy.Emotion.OFF;
            case PRACTICE -> Policy.Emotion.PRACTICE;
            case REVIEWER -> Policy.Emotion.REVIEWER;
        };
    }
}
