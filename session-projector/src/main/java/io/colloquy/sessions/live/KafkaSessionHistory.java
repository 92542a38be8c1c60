package io.colloquy.sessions.live;

import io.colloquy.events.SessionEvent;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.events.RecordedEvent;
import io.colloquy.sessions.projection.Batch;
import io.colloquy.sessions.projection.Events;
import io.colloquy.sessions.projection.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads one partition of {@code session-events} from the beginning. Slow, and needed only for what is long over. */
final class KafkaSessionHistory implements SessionHistory {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConfig kafka;
    private final TopicReader<SessionEvent, RecordedEvent> reader;

    KafkaSessionHistory(KafkaConfig kafka, EventSerdes serdes) {
        this.kafka = kafka;
        this.reader = new TopicReader<>(Topics.SESSION_EVENTS, serdes, Events::read);
    }

    @Override
    public List<RecordedEvent> before(ConsumerRecord<String, byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                KafkaClients.consumer(kafka, "colloquy-session-projector-history")) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < record.offset()) {
                for (ConsumerRecord<String, byte[]> earlier : consumer.poll(POLL)) {
                    if (earlier.offset() < record.offset() && Objects.equals(earlier.key(), record.key())) {
                        found.add(earlier);
                    }
                }
            }
        }
        return reader.read(new Batch(partition, OptionalLong.empty(), record.offset(), found)).entries().stream()
                .map(TopicReader.Entry::value)
                .toList();
    }
}
