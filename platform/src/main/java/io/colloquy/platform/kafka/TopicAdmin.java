package io.colloquy.platform.kafka;

import io.colloquy.schemas.Topic;
import io.colloquy.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the catalogue's topics where they are missing, and checks that all have the same number of partitions. */
public final class TopicAdmin {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TopicAdmin() {}

    /**
     * Makes sure that every topic is there with the configured partitions. Safe to run from several services at once.
     *
     * @throws IllegalStateException when a topic has another number of partitions, or Kafka cannot be reached in 60 s
     */
    public static void ensure(KafkaConfig kafka) {
        List<NewTopic> topics = catalogue(kafka);
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
            for (NewTopic topic : topics) {
                create(admin, topic);
            }
            check(kafka, described(admin, topics.stream().map(NewTopic::name).toList()));
        }
    }

    /** Whether the brokers answer within two seconds. */
    public static boolean reachable(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static List<NewTopic> catalogue(KafkaConfig kafka) {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic<?> topic : Topics.all()) {
            topics.add(topic(kafka, topic.name(), topic.compacted(), topic.retention()));
        }
        for (String owner : Topics.deadLetterOwners()) {
            topics.add(topic(kafka, Topics.deadLetters(owner), false, Optional.of(Topics.DEAD_LETTER_RETENTION)));
        }
        return topics;
    }

    private static NewTopic topic(KafkaConfig kafka, String name, boolean compacted, Optional<Duration> retention) {
        Map<String, String> configs = new HashMap<>();
        configs.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        configs.put(
                TopicConfig.RETENTION_MS_CONFIG,
                retention.map(kept -> Long.toString(kept.toMillis())).orElse("-1"));
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaClients.MAX_RECORD_BYTES));
        return new NewTopic(name, kafka.partitions(), (short) kafka.replication()).configs(configs);
    }

    private static void create(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(
                        "Expected to create topic '%s', but: %s"
                                .formatted(topic.name(), e.getCause().getMessage()),
                        e);
            }
        } catch (InterruptedException | TimeoutException e) {
            throw unreachable(e);
        }
    }

    private static void check(KafkaConfig kafka, Map<String, TopicDescription> described) {
        List<String> wrong = described.values().stream()
                .filter(topic -> topic.partitions().size() != kafka.partitions())
                .map(topic -> topic.name() + " with " + topic.partitions().size())
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "Expected %d partitions on every topic, but found %s".formatted(kafka.partitions(), wrong));
        }
    }

    /** A topic just created may not be known everywhere yet: asked again until it is. */
    private static Map<String, TopicDescription> described(Admin admin, List<String> names) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return admin.describeTopics(names).allTopicNames().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) {
                    throw unreachable(e);
                }
                pause();
            } catch (InterruptedException | TimeoutException e) {
                throw unreachable(e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw unreachable(e);
        }
    }

    private static IllegalStateException unreachable(Exception cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new IllegalStateException(
                "Expected Kafka to answer within %d s, but it did not".formatted(PATIENCE.toSeconds()), cause);
    }
}
