package io.colloquy.sessions.projection;

import io.colloquy.schemas.Topic;
import io.colloquy.schemas.wire.EventSerdes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads a topic's records into values of ours and sets apart what cannot be read. A registry that is away and a newer
 * contract are not poison: their exceptions pass through.
 *
 * @param <V> the topic's value
 * @param <D> ours
 */
public final class TopicReader<V extends SpecificRecord, D> {
    private final Topic<V> topic;
    private final Deserializer<V> deserializer;
    private final Function<V, D> mapping;

    /** A record with what it says. */
    public record Entry<D>(ConsumerRecord<String, byte[]> source, D value) {}

    /** A record that cannot be read, and why. */
    public record Poison(ConsumerRecord<String, byte[]> source, RuntimeException reason) {}

    /** A batch, set apart. */
    public record Sorted<D>(List<Entry<D>> entries, List<Poison> poison) {
        public Sorted {
            entries = List.copyOf(entries);
            poison = List.copyOf(poison);
        }
    }

    /** @param mapping throws IllegalArgumentException for what is well-formed but makes no sense */
    public TopicReader(Topic<V> topic, EventSerdes serdes, Function<V, D> mapping) {
        this.topic = topic;
        this.deserializer = serdes.deserializer(topic);
        this.mapping = mapping;
    }

    /** The topic's name. */
    public String topic() {
        return topic.name();
    }

    /** Every record of the batch, in order, either as a value or as poison. */
    public Sorted<D> read(Batch batch) {
        List<Entry<D>> entries = new ArrayList<>();
        List<Poison> poison = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> source : batch.records()) {
            try {
                entries.add(new Entry<>(source, mapping.apply(deserializer.deserialize(topic.name(), source.value()))));
            } catch (SerializationException | IllegalArgumentException e) {
                poison.add(new Poison(source, e));
            }
        }
        return new Sorted<>(entries, poison);
    }
}
