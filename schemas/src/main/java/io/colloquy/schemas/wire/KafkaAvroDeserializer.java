package io.colloquy.schemas.wire;

import io.colloquy.schemas.Topic;
import io.colloquy.schemas.registry.RestClientException;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads a topic's values from Confluent wire format, resolving the writer's schema against ours. Thread-safe.
 *
 * <p>Three kinds of failure, each with its own fate: {@link SerializationException} is poison (dead-letter it),
 * {@link UnknownBranchException} is a newer contract (stop), and
 * {@link io.colloquy.schemas.registry.RegistryUnavailableException} is nobody's fault (wait and read it again).
 *
 * @param <V> the topic's value
 */
public final class KafkaAvroDeserializer<V extends SpecificRecord> implements Deserializer<V> {
    private static final int HEADER_BYTES = 5;

    static {
        ContractClasses.trust();
    }

    private final Topic<V> topic;
    private final SchemaRegistryClient registry;
    private final Map<Integer, SpecificDatumReader<V>> readers = new ConcurrentHashMap<>();

    /** @param registry where unknown schema ids are looked up, once each */
    public KafkaAvroDeserializer(Topic<V> topic, SchemaRegistryClient registry) {
        this.topic = topic;
        this.registry = registry;
    }

    @Override
    public V deserialize(String topicName, byte[] bytes) {
        if (bytes == null || bytes.length < HEADER_BYTES || bytes[0] != 0) {
            throw new SerializationException(
                    "Expected Confluent wire format on '%s', but got %s".formatted(topic.name(), described(bytes)));
        }
        int schemaId = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        SpecificDatumReader<V> reader = readers.computeIfAbsent(schemaId, this::readerFor);
        try {
            return reader.read(
                    null, DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null));
        } catch (AvroTypeException e) {
            throw reader.getSchema().equals(topic.schema())
                    ? undecodable(schemaId, e)
                    : new UnknownBranchException(topic.name(), schemaId, e);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | ClassCastException e) {
            throw undecodable(schemaId, e);
        }
    }

    private SerializationException undecodable(int schemaId, Exception cause) {
        return new SerializationException(
                "Expected a value of schema %d on '%s', but its body cannot be decoded"
                        .formatted(schemaId, topic.name()),
                cause);
    }

    private SpecificDatumReader<V> readerFor(int schemaId) {
        Schema written = writerSchema(schemaId);
        if (!written.getFullName().equals(topic.schema().getFullName())) {
            throw new SerializationException("Expected '%s' on '%s', but schema %d is '%s'"
                    .formatted(topic.schema().getFullName(), topic.name(), schemaId, written.getFullName()));
        }
        return new SpecificDatumReader<>(written, topic.schema());
    }

    private Schema writerSchema(int schemaId) {
        try {
            return registry.getById(schemaId);
        } catch (RestClientException e) {
            throw new SerializationException(
                    "Expected a schema id known to the registry on '%s', but %d is not"
                            .formatted(topic.name(), schemaId),
                    e);
        }
    }

    private static String described(byte[] bytes) {
        return bytes == null ? "no value" : bytes.length + " other bytes";
    }
}
