package io.colloquy.platform.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Producers and consumers of raw values, with the settings that the guarantees need. */
public final class KafkaClients {
    /** Largest record: a sealed frame of 256 KiB and its envelope, with room. */
    public static final int MAX_RECORD_BYTES = 1_048_576;

    private KafkaClients() {}

    /**
     * An idempotent producer with acks=all.
     *
     * @param clientId shows in the broker's metrics
     * @param maxBlock how long {@code send} may block for metadata or buffer space
     */
    public static KafkaProducer<String, byte[]> producer(KafkaConfig kafka, String clientId, Duration maxBlock) {
        return producer(kafka, clientId, maxBlock, Map.of());
    }

    /**
     * The same, but what Kafka has not taken in time is given up, and not sent later.
     *
     * @param delivery from when {@code send} returns until Kafka has the record or never gets it
     */
    public static KafkaProducer<String, byte[]> producer(
            KafkaConfig kafka, String clientId, Duration maxBlock, Duration delivery) {
        return producer(kafka, clientId, maxBlock, delivered(delivery));
    }

    /** Kafka wants one request, and what a record waits for company, to fit in. */
    static Map<String, Object> delivered(Duration within) {
        int most = Math.toIntExact(within.toMillis());
        return Map.of(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, most, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, most / 2);
    }

    /**
     * A producer of transactions, which fences every older one of this id: after {@code initTransactions} whatever those had
     * begun is settled, and they can commit nothing any more.
     *
     * @param id of the transactions, also of the client
     * @param timeout after which the broker aborts a transaction that was left open
     */
    public static KafkaProducer<String, byte[]> transactional(
            KafkaConfig kafka, String id, Duration maxBlock, Duration timeout) {
        return producer(
                kafka,
                id,
                maxBlock,
                Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        id,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        Math.toIntExact(timeout.toMillis())));
    }

    private static KafkaProducer<String, byte[]> producer(
            KafkaConfig kafka, String clientId, Duration maxBlock, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.putAll(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ProducerConfig.CLIENT_ID_CONFIG,
                clientId,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MAX_RECORD_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                maxBlock.toMillis()));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** A consumer of committed records from the beginning, which commits nothing by itself. */
    public static KafkaConsumer<String, byte[]> consumer(KafkaConfig kafka, String groupId) {
        return consumer(kafka, groupId, Map.of());
    }

    /** The same with other settings besides. */
    public static KafkaConsumer<String, byte[]> consumer(KafkaConfig kafka, String groupId, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                groupId,
                ConsumerConfig.CLIENT_ID_CONFIG,
                groupId,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                StreamsSettings.SESSION_TIMEOUT_MS,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                StreamsSettings.HEARTBEAT_INTERVAL_MS));
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
