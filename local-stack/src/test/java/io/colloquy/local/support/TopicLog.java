package io.colloquy.local.support;

import io.colloquy.local.LocalPlatform;
import io.colloquy.local.Service;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.schemas.Topic;
import io.colloquy.schemas.wire.EventSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/** Everything that was committed to a topic, read from the beginning each time. */
public final class TopicLog {
    private final KafkaConfig kafka;
    private final EventSerdes serdes;

    /** A record with its value. */
    public record Entry<V>(ConsumerRecord<String, byte[]> stored, V value) {}

    public TopicLog(LocalPlatform platform) {
        this.kafka = Settings.read(platform.environment().of(Service.PROJECTOR), KafkaConfig::from);
        this.serdes = kafka.serdes();
    }

    public KafkaConfig kafka() {
        return kafka;
    }

    public EventSerdes serdes() {
        return serdes;
    }

    /** The values under a key, in order; what cannot be read is passed over. */
    public <V extends SpecificRecord> List<Entry<V>> of(Topic<V> topic, String key) {
        List<Entry<V>> entries = new ArrayList<>();
        var deserializer = serdes.deserializer(topic);
        for (ConsumerRecord<String, byte[]> stored : of(topic.name(), key)) {
            try {
                entries.add(new Entry<>(stored, deserializer.deserialize(topic.name(), stored.value())));
            } catch (SerializationException e) {
                // Poison that a test has put there.
            }
        }
        return entries;
    }

    /** The records under a key, in order. */
    public List<ConsumerRecord<String, byte[]>> of(String topic, String key) {
        return all(topic).stream()
                .filter(stored -> Objects.equals(key, stored.key()))
                .toList();
    }

    /** Every record, partition by partition. */
    public List<ConsumerRecord<String, byte[]>> all(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.consumer(kafka, "test-" + Ids.next())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return List.copyOf(found);
        }
    }
}
