package io.colloquy.local.sessions;

import io.colloquy.events.SessionCommand;
import io.colloquy.events.SessionEvent;
import io.colloquy.local.EmbeddedStack;
import io.colloquy.local.Progress;
import io.colloquy.local.StackHome;
import io.colloquy.local.StackPorts;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.Migrations;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.schemas.Topic;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.SessionProjectorConfig;
import io.colloquy.sessions.SessionProjectorService;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** The embedded stack, a producer and a reader of everything committed. */
final class SessionStage implements AutoCloseable {
    static final String ORGANISATION = "0190a000-0000-7000-8000-000000000001";

    private final EmbeddedStack stack;
    private final Path folder;
    private final KafkaProducer<String, byte[]> producer;
    private final EventSerdes serdes;

    SessionStage(Path folder) throws SQLException {
        this.folder = folder;
        this.stack = EmbeddedStack.start(
                StackHome.at(
                        folder.resolve("home"),
                        Map.of(
                                "COLLOQUY_HOME",
                                Path.of("target", "colloquy-home")
                                        .toAbsolutePath()
                                        .toString())),
                StackPorts.free(),
                Progress.silent());
        migrate();
        this.producer = KafkaClients.producer(kafka(), "test", Duration.ofSeconds(10));
        this.serdes = kafka().serdes();
    }

    /** A running session-projector; a new state directory is a new machine. */
    SessionProjectorService service(String state) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("COLLOQUY_STATE_DIR", folder.resolve(state).toString());
        environment.put("COLLOQUY_HTTP_PORT", "0");
        return new SessionProjectorService(
                Settings.read(environment, SessionProjectorConfig::from), failure -> failure.printStackTrace());
    }

    EmbeddedStack stack() {
        return stack;
    }

    EventSerdes serdes() {
        return serdes;
    }

    SessionCommand command(String sessionId, String role, Object payload) {
        return SessionCommand.newBuilder()
                .setEventId(Ids.next().toString())
                .setSessionId(sessionId)
                .setOrganisationId(ORGANISATION)
                .setSeq(0)
                .setOccurredAt(Instant.now())
                .setCorrelationId("test")
                .setActorId(role)
                .setActorRole(role)
                .setPayload(payload)
                .build();
    }

    <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        send(topic, key, serdes.serializer(topic).serialize(topic.name(), value));
    }

    void send(Topic<?> topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected Kafka to take a record, but it did not", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected Kafka to take a record, but was interrupted", e);
        }
    }

    /** Everything committed to a topic under a key, in order. */
    List<ConsumerRecord<String, byte[]>> committed(String topic, String key) {
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.consumer(kafka(), "test-" + Ids.next())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found.stream().filter(record -> key.equals(record.key())).toList();
        }
    }

    SessionEvent event(ConsumerRecord<String, byte[]> record) {
        return serdes.deserializer(Topics.SESSION_EVENTS).deserialize(record.topic(), record.value());
    }

    private KafkaConfig kafka() {
        return Settings.read(environment(), KafkaConfig::from);
    }

    private Map<String, String> environment() {
        return Map.of(
                "COLLOQUY_KAFKA", stack.kafkaBootstrap(),
                "COLLOQUY_REGISTRY", stack.registryUrl(),
                "COLLOQUY_JDBC_URL", stack.jdbcUrl(),
                "COLLOQUY_JDBC_PASSWORD", "projector",
                "COLLOQUY_REDIS", stack.redisUrl());
    }

    private void migrate() throws SQLException {
        Migrations.run(stack.jdbcUrl(), stack.superuser(), stack.superuserPassword(), List.of("keys", "readmodel"));
        try (Connection connection =
                        DriverManager.getConnection(stack.jdbcUrl(), stack.superuser(), stack.superuserPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("alter role colloquy_projector password 'projector'");
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        stack.close();
    }
}
