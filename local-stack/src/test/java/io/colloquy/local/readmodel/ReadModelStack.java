package io.colloquy.local.readmodel;

import io.colloquy.local.EmbeddedStack;
import io.colloquy.local.Progress;
import io.colloquy.local.StackHome;
import io.colloquy.local.StackPorts;
import io.colloquy.platform.config.Secret;
import io.colloquy.platform.database.Database;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.database.LoginRole;
import io.colloquy.platform.database.MigrateMain;
import io.colloquy.platform.database.MigrationConfig;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.TopicAdmin;
import io.colloquy.schemas.Topic;
import io.colloquy.schemas.registry.ContractRegistration;
import io.colloquy.schemas.wire.EventSerdes;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The real components with topics, contract and migrated schemas, and no service. */
final class ReadModelStack implements AutoCloseable {
    static final String PASSWORD = "projector-password";
    private static final Duration MAX_BLOCK = Duration.ofSeconds(10);

    private final EmbeddedStack stack;
    private final KafkaConfig kafka;
    private final EventSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    private ReadModelStack(EmbeddedStack stack) {
        this.stack = stack;
        this.kafka = new KafkaConfig(stack.kafkaBootstrap(), URI.create(stack.registryUrl()), 3, 1);
        TopicAdmin.ensure(kafka);
        ContractRegistration.register(kafka.registryClient());
        this.serdes = kafka.serdes();
        Secret password = new Secret(PASSWORD);
        try {
            MigrateMain.run(new MigrationConfig(
                    stack.jdbcUrl(),
                    stack.superuser(),
                    new Secret(stack.superuserPassword()),
                    Map.of(LoginRole.PROJECTOR, password, LoginRole.REPORT, password, LoginRole.INGEST, password)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.producer = KafkaClients.producer(kafka, "test", MAX_BLOCK);
    }

    static ReadModelStack start(Path folder) {
        Map<String, String> environment = Map.of(
                "COLLOQUY_HOME",
                Path.of("target", "colloquy-home").toAbsolutePath().toString());
        return new ReadModelStack(
                EmbeddedStack.start(StackHome.at(folder, environment), StackPorts.free(), Progress.silent()));
    }

    KafkaConfig kafka() {
        return kafka;
    }

    EventSerdes serdes() {
        return serdes;
    }

    URI redis() {
        return URI.create(stack.redisUrl());
    }

    Database database(String role) {
        return new Database(new DatabaseConfig(stack.jdbcUrl(), role, new Secret(PASSWORD), 3));
    }

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(), role, PASSWORD);
    }

    Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(), stack.superuser(), stack.superuserPassword());
    }

    /** The first column of every row. */
    List<String> query(String sql) {
        try (Connection connection = connectAsOwner()) {
            return query(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
        }
        return values;
    }

    <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        send(topic.name(), key, serdes.serializer(topic).serialize(topic.name(), value));
    }

    void send(String topic, String key, byte[] value) {
        sent.add(producer.send(new ProducerRecord<>(topic, key, value)));
    }

    void sendAndWait(String topic, String key, byte[] value) {
        send(topic, key, value);
        flush();
    }

    /** Until Kafka has taken everything. */
    void flush() {
        try {
            for (Future<RecordMetadata> taken : sent) {
                taken.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        sent.clear();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        stack.close();
    }
}
