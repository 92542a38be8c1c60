package io.colloquy.evaluator.library;

import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** Where decisions about banks are written, one after the other for each organisation. Thread-safe. */
public interface BankLog {
    /**
     * Something to write, under its key.
     *
     * @param payload of the contract's OrganisationEvent
     */
    record Entry(String key, SpecificRecord payload) {}

    /**
     * Decides and writes, all of it or nothing, and waits until it can be read here.
     *
     * @param decision asked with everything known that was decided before; may refuse by throwing, and may be asked again
     * @throws LogUnavailableException when it cannot be written in time
     */
    void append(String organisationId, Supplier<List<Entry>> decision);

    /** How many bytes the record of an entry has. */
    int size(String organisationId, Entry entry);
}
