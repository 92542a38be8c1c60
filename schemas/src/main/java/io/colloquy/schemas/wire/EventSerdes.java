package io.colloquy.schemas.wire;

import io.colloquy.schemas.Topic;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** The one place where serdes of topics are made. */
public final class EventSerdes {
    private final SchemaRegistryClient registry;

    /** @param registry shared by all serdes, which cache what it says */
    public EventSerdes(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    /** Keys are UTF-8 on every topic. */
    public Serde<String> keys() {
        return Serdes.String();
    }

    /** Both directions for a topic's values. */
    public <V extends SpecificRecord> Serde<V> values(Topic<V> topic) {
        return Serdes.serdeFrom(serializer(topic), deserializer(topic));
    }

    /** Writes a topic's values. */
    public <V extends SpecificRecord> Serializer<V> serializer(Topic<V> topic) {
        return new KafkaAvroSerializer<>(topic, registry);
    }

    /** Reads a topic's values. */
    public <V extends SpecificRecord> Deserializer<V> deserializer(Topic<V> topic) {
        return new KafkaAvroDeserializer<>(topic, registry);
    }
}
