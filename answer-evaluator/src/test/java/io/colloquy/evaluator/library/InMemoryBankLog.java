package io.colloquy.evaluator.library;

import io.colloquy.evaluator.topology.OneProcessRegistry;
import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.OrganisationConfigured;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** A log in one process, and the ledger over it. */
public final class InMemoryBankLog implements BankLog {
    private final EventSerdes serdes = new EventSerdes(new OneProcessRegistry());
    private final BankLedger ledger = new BankLedger(serdes.deserializer(Topics.ORGANISATION_EVENTS));
    private int written;

    public BankLedger ledger() {
        return ledger;
    }

    /** How many records there are. */
    public synchronized int written() {
        return written;
    }

    @Override
    public synchronized void append(String organisationId, Supplier<List<Entry>> decision) {
        for (Entry entry : decision.get()) {
            ledger.take(entry.key(), bytes(organisationId, entry.payload()));
            written++;
        }
    }

    /** As ingest-api publishes settings. */
    public synchronized void configure(String organisationId, String defaultBank) {
        OrganisationConfigured settings = new OrganisationConfigured(
                "Example", EmotionPolicy.OFF, true, null, List.of(), 60_000L, Map.of(), defaultBank);
        ledger.take(organisationId, bytes(organisationId, settings));
    }

    @Override
    public int size(String organisationId, Entry entry) {
        return bytes(organisationId, entry.payload()).length;
    }

    private byte[] bytes(String organisationId, SpecificRecord payload) {
        OrganisationEvent event = OrganisationEvent.newBuilder()
                .setEventId("event")
                .setSessionId("")
                .setOrganisationId(organisationId)
                .setSeq(0)
                .setOccurredAt(Instant.ofEpochMilli(1_700_000_000_000L + written))
                .setCorrelationId("test")
                .setPayload(payload)
                .build();
        return serdes.serializer(Topics.ORGANISATION_EVENTS).serialize(Topics.ORGANISATION_EVENTS.name(), event);
    }
}
