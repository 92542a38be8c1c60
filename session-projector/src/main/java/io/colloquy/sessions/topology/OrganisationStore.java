package io.colloquy.sessions.topology;

import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.OrganisationConfigured;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.events.QuestionBankSelected;
import io.colloquy.schemas.OrganisationKeys;
import io.colloquy.schemas.Topics;
import io.colloquy.sessions.decider.OrganisationBank;
import io.colloquy.sessions.decider.OrganisationSettings;
import io.colloquy.sessions.events.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings and question banks of organisations, from the global store of raw records. They are decoded when a session starts: a global table
 * has no dead letters, and a record that cannot be read must neither stop the stream nor open what was closed.
 */
final class OrganisationStore {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationStore.class);

    private static final String PLANNING = "planning";

    private final ReadOnlyKeyValueStore<String, byte[]> records;
    private final Deserializer<OrganisationEvent> deserializer;

    OrganisationStore(ReadOnlyKeyValueStore<String, byte[]> records, Deserializer<OrganisationEvent> deserializer) {
        this.records = records;
        this.deserializer = deserializer;
    }

    /**
     * What the organisation asked for last, with what is known of the bank to plan from; the defaults when it never did, or
     * when that cannot be read.
     *
     * @param bankId which the start names
     */
    OrganisationSettings settings(String organisationId, Optional<String> bankId) {
        OrganisationSettings settings =
                read(organisationId, OrganisationStore::settings).orElse(OrganisationSettings.DEFAULT);
        return settings.bankFor(bankId)
                .flatMap(id -> read(OrganisationKeys.bank(organisationId, id), OrganisationStore::bank))
                .map(settings::knowing)
                .orElse(settings);
    }

    private <T> Optional<T> read(String key, Function<Object, T> payload) {
        byte[] bytes = records.get(key);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(payload.apply(deserializer
                    .deserialize(Topics.ORGANISATION_EVENTS.name(), bytes)
                    .getPayload()));
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("organisation_id", OrganisationKeys.organisation(key))
                    .addKeyValue("reason", e.getMessage())
                    .log("what an organisation decided cannot be read, it counts as not decided");
            return Optional.empty();
        }
    }

    private static OrganisationBank bank(Object payload) {
        return switch (payload) {
            case QuestionBankSelected it -> new OrganisationBank(it.getBankId(), it.getVersion(), it.getRetired());
            case null, default -> throw new SerializationException("Expected a question bank, but got something else");
        };
    }

    private static OrganisationSettings settings(Object payload) {
        return switch (payload) {
            case OrganisationConfigured it ->
                new OrganisationSettings(
                        emotion(it.getEmotion()),
                        it.getFaceSignals(),
                        Optional.ofNullable(it.getRegion()),
                        it.getProviderChain(),
                        Duration.ofMillis(it.getIdleTimeoutMs()),
                        it.getChains().getOrDefault(PLANNING, List.of()),
                        Optional.ofNullable(it.getDefaultBank()),
                        Optional.empty());
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
