package io.colloquy.evaluator.library;

import io.colloquy.events.OrganisationConfigured;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.events.QuestionBankPublished;
import io.colloquy.events.QuestionBankSelected;
import io.colloquy.schemas.OrganisationKeys;
import io.colloquy.schemas.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the topic says of every organisation's banks, as the bytes that it holds: they are compact, and a bank is read far
 * less often than it is kept. Whoever asks names the organisation, and sees nothing of another. Thread-safe.
 */
public final class BankLedger {
    private static final Logger LOG = LoggerFactory.getLogger(BankLedger.class);

    private static final byte[] NOTHING = {};

    private final NavigableMap<String, byte[]> records = new ConcurrentSkipListMap<>();
    private final Deserializer<OrganisationEvent> deserializer;

    /** @param deserializer of the topic's values */
    public BankLedger(Deserializer<OrganisationEvent> deserializer) {
        this.deserializer = deserializer;
    }

    /**
     * Takes in a record; what cannot be read is as good as not there.
     *
     * @param key of the record; one without a key is nobody's
     * @param value null where it was deleted
     * @throws io.colloquy.schemas.wire.UnknownBranchException for what only a newer version can read
     */
    public void take(String key, byte[] value) {
        if (key == null) {
            return;
        }
        if (value == null || payload(key, value).isEmpty()) {
            records.remove(key);
        } else {
            records.put(key, value);
        }
    }

    /** Every bank of an organisation, by id. */
    public List<CurrentBank> banks(String organisationId) {
        return within(OrganisationKeys.bank(organisationId, ""))
                .filter(key -> !OrganisationKeys.isBankVersion(key))
                .flatMap(key -> read(key, BankLedger::current).stream())
                .toList();
    }

    /** What the organisation says of a bank; empty when it never had one of that id. */
    public Optional<CurrentBank> current(String organisationId, String bankId) {
        return read(OrganisationKeys.bank(organisationId, bankId), BankLedger::current);
    }

    /** Every version of a bank, the latest saved first. */
    public List<BankVersion> versions(String organisationId, String bankId) {
        return within(OrganisationKeys.bankVersion(organisationId, bankId, ""))
                .flatMap(key -> read(key, BankLedger::version).stream())
                .sorted(Comparator.comparing(BankVersion::savedAt).reversed())
                .toList();
    }

    /** One version of a bank. */
    public Optional<BankVersion> version(String organisationId, String bankId, String version) {
        return read(OrganisationKeys.bankVersion(organisationId, bankId, version), BankLedger::version);
    }

    /** How many bytes an organisation's banks take with all their versions. */
    long bytes(String organisationId) {
        return within(OrganisationKeys.bank(organisationId, ""))
                .mapToLong(key -> records.getOrDefault(key, NOTHING).length)
                .sum();
    }

    /** Which bank the organisation plans from unless a start names another. */
    public Optional<String> defaultBank(String organisationId) {
        return read(
                organisationId,
                event -> event.getPayload() instanceof OrganisationConfigured it
                        ? Optional.ofNullable(it.getDefaultBank())
                        : Optional.empty());
    }

    /** Whom the organisation wants to evaluate answers; empty where it has not said. */
    public Optional<List<String>> evaluators(String organisationId) {
        return read(
                organisationId,
                event -> event.getPayload() instanceof OrganisationConfigured it
                        ? Optional.of(it.getProviderChain())
                        : Optional.empty());
    }

    /** Whom the organisation wants for a capability; empty where it has not said, and an empty list where it wants nobody. */
    public Optional<List<String>> chain(String organisationId, String capability) {
        return read(
                organisationId,
                event -> event.getPayload() instanceof OrganisationConfigured it
                        ? Optional.ofNullable(it.getChains().get(capability))
                        : Optional.empty());
    }

    private Stream<String> within(String prefix) {
        return records.subMap(prefix, false, prefix + Character.MAX_VALUE, false).keySet().stream();
    }

    private <T> Optional<T> read(String key, Function<OrganisationEvent, Optional<T>> mapping) {
        return Optional.ofNullable(records.get(key))
                .flatMap(value -> payload(key, value))
                .flatMap(mapping);
    }

    private Optional<OrganisationEvent> payload(String key, byte[] value) {
        try {
            return Optional.of(deserializer.deserialize(Topics.ORGANISATION_EVENTS.name(), value));
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("organisation_id", OrganisationKeys.organisation(key))
                    .addKeyValue("reason", e.getMessage())
                    .log("what an organisation decided cannot be read, it counts as not decided");
            return Optional.empty();
        }
    }

    private static Optional<CurrentBank> current(OrganisationEvent event) {
        return event.getPayload() instanceof QuestionBankSelected it
                ? Optional.of(BankContract.current(event, it))
                : Optional.empty();
    }

    private static Optional<BankVersion> version(OrganisationEvent event) {
        return event.getPayload() instanceof QuestionBankPublished it
                ? Optional.of(BankContract.version(event, it))
                : Optional.empty();
    }
}
