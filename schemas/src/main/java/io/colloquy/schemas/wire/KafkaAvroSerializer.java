package io.colloquy.schemas.wire;

import io.colloquy.schemas.Topic;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes a topic's values in Confluent wire format: 0x00, schema id (4 bytes, big-endian), Avro body. Thread-safe: a
 * producer's callers serialise on their own threads.
 *
 * @param <V> the topic's value
 */
public final class KafkaAvroSerializer<V extends SpecificRecord> implements Serializer<V> {
    private static final int HEADER_BYTES = 5;
    private static final int LEAST_BYTES = 512;

    static {
        ContractClasses.trust();
    }

    private final Topic<V> topic;
    private final SchemaRegistryClient registry;
    private final SpecificDatumWriter<V> writer;
    private volatile int schemaId = -1;

    /** The latest value's size: the next one is much like it, and a buffer that grows copies a picture six times over. */
    private volatile int likelyBytes = LEAST_BYTES;

    /** Asks the registry for the schema's id when the first value is written. */
    public KafkaAvroSerializer(Topic<V> topic, SchemaRegistryClient registry) {
        this.topic = topic;
        this.registry = registry;
        this.writer = new SpecificDatumWriter<>(topic.schema());
    }

    @Override
    public byte[] serialize(String topicName, V value) {
        if (value == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(likelyBytes + likelyBytes / 8);
        bytes.writeBytes(
                ByteBuffer.allocate(HEADER_BYTES).put((byte) 0).putInt(id()).array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        likelyBytes = Math.max(LEAST_BYTES, bytes.size());
        return bytes.toByteArray();
    }

    private int id() {
        if (schemaId < 0) {
            schemaId = registry.register(topic.subject(), topic.schema());
        }
        return schemaId;
    }
}
