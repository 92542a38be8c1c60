package io.colloquy.schemas;

import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of the catalogue: name, value, owner and how long it keeps what it carries. Keys are UTF-8 strings: the session
 * id, or on {@code organisation-events} what {@link OrganisationKeys} says.
 *
 * @param name as on the broker
 * @param type the generated class of its values
 * @param owner the service that writes it
 * @param guarantee how often one fact can occur
 * @param compacted whether the broker keeps only the latest value of each key
 * @param retention how long records are kept; empty means for ever
 * @param <V> the generated class of its values
 */
public record Topic<V extends SpecificRecord>(
        String name,
        Class<V> type,
        String owner,
        Guarantee guarantee,
        boolean compacted,
        Optional<Duration> retention) {

    /** The registry's subject, by Confluent's TopicNameStrategy. */
    public String subject() {
        return name + "-value";
    }

    /** The schema that this version of the code writes. */
    public Schema schema() {
        return SpecificData.get().getSchema(type);
    }
}
