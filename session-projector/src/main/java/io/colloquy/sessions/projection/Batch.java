package io.colloquy.sessions.projection;

import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Records of one partition, in order, that were not projected yet.
 *
 * @param from the position that the store must still have, empty when it must have none
 * @param to the store's position afterwards
 */
public record Batch(
        TopicPartition partition, OptionalLong from, long to, List<ConsumerRecord<String, byte[]>> records) {
    public Batch {
        records = List.copyOf(records);
    }

    static Batch of(TopicPartition partition, OptionalLong from, List<ConsumerRecord<String, byte[]>> records) {
        return new Batch(partition, from, records.getLast().offset() + 1, records);
    }
}
