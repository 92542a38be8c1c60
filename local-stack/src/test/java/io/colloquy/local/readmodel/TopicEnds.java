package io.colloquy.local.readmodel;

import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Where the topics that the read model reads end. */
record TopicEnds(KafkaConfig kafka) {

    /** Partitions, as {@code topic-partition=end}, whose end is not among the given positions; empty ones need none. */
    List<String> missing(Collection<String> positions) {
        List<String> missing = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.consumer(kafka, "test-ends")) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions());
            ends.forEach((partition, end) -> {
                if (end > 0 && !positions.contains(partition + "=" + end)) {
                    missing.add(partition + "=" + end);
                }
            });
        }
        return missing;
    }

    private List<TopicPartition> partitions() {
        List<String> topics = new ArrayList<>(List.of(
                Topics.SESSION_EVENTS.name(),
                Topics.FRAME_READINGS.name(),
                Topics.EMOTION_READINGS.name(),
                Topics.ORGANISATION_EVENTS.name()));
        Topics.deadLetterOwners().forEach(owner -> topics.add(Topics.deadLetters(owner)));
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            for (int partition = 0; partition < kafka.partitions(); partition++) {
                partitions.add(new TopicPartition(topic, partition));
            }
        }
        return partitions;
    }
}
