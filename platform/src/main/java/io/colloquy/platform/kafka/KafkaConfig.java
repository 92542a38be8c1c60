package io.colloquy.platform.kafka;

import io.colloquy.platform.config.Settings;
import io.colloquy.schemas.registry.CachedSchemaRegistryClient;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import io.colloquy.schemas.wire.EventSerdes;
import java.net.URI;

/**
 * Where Kafka and the registry are.
 *
 * @param bootstrapServers host:port, comma-separated
 * @param registry root of the registry's Confluent API
 * @param partitions of every topic; never changed once there is data
 * @param replication factor of every topic
 */
public record KafkaConfig(String bootstrapServers, URI registry, int partitions, int replication) {

    /** Reads {@code COLLOQUY_KAFKA}, {@code COLLOQUY_REGISTRY}, {@code COLLOQUY_PARTITIONS}, {@code COLLOQUY_REPLICATION}. */
    public static KafkaConfig from(Settings settings) {
        return new KafkaConfig(
                settings.string("COLLOQUY_KAFKA"),
                settings.uri("COLLOQUY_REGISTRY"),
                settings.integer("COLLOQUY_PARTITIONS", 6),
                settings.integer("COLLOQUY_REPLICATION", 1));
    }

    /** A client of the registry; share it, it caches. */
    public SchemaRegistryClient registryClient() {
        return new CachedSchemaRegistryClient(registry);
    }

    /** Serdes over a client of its own. */
    public EventSerdes serdes() {
        return new EventSerdes(registryClient());
    }
}
