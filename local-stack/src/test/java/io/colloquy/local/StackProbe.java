package io.colloquy.local;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes one fact into each component of a stack and reads it back by each component's real client. */
final class StackProbe {
    private static final String TOPIC = "probe";

    private final EmbeddedStack stack;

    StackProbe(EmbeddedStack stack) {
        this.stack = stack;
    }

    void write(String fact) throws Exception {
        writeToKafka(fact);
        registry("POST", "/subjects/probe-value/versions", """
                {"schema":"{\\"type\\":\\"record\\",\\"name\\":\\"Probe\\",\\"fields\\":[{\\"name\\":\\"fact\\",\\"type\\":\\"string\\"}]}"}""");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE probe (fact text)");
            statement.execute("INSERT INTO probe VALUES ('" + fact + "')");
        }
        try (RedisClient client = RedisClient.create(stack.redisUrl());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().set("probe", fact);
        }
    }

    String kafka() {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafkaBootstrap());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return new String(
                    consumer.poll(Duration.ofSeconds(30)).iterator().next().value(), StandardCharsets.UTF_8);
        }
    }

    String registrySubjects() throws IOException, InterruptedException {
        return registry("GET", "/subjects", "");
    }

    String registryCompatibility() throws IOException, InterruptedException {
        return registry("GET", "/config", "");
    }

    String postgres(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    String redis() {
        try (RedisClient client = RedisClient.create(stack.redisUrl());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return connection.sync().get("probe");
        }
    }

    private void writeToKafka(String fact) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafkaBootstrap());
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, fact.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private String registry(String method, String path, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(stack.registryUrl() + path))
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(), stack.superuser(), stack.superuserPassword());
    }
}
