package io.colloquy.frames.overload;

import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a partition to its present end with a consumer of its own, made at the first look. Kafka has no way to fetch keys
 * alone, so the frames come along and are dropped; that costs a hundredth of looking at them.
 */
public final class KafkaLookAhead implements LookAhead {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaLookAhead.class);
    /** Frames of ten seconds are read in a part of this; what was not reached by then is seen by the next look. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int FETCH_BYTES = 8 << 20;

    private final KafkaConfig kafka;
    private KafkaConsumer<String, byte[]> consumer;

    public KafkaLookAhead(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    @Override
    public Horizon from(int partition, long offset) {
        TopicPartition frames = new TopicPartition(Topics.FRAMES.name(), partition);
        Map<String, Long> newest = new HashMap<>();
        try {
            return new Horizon(read(frames, offset, newest), newest);
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("partition", partition).setCause(e).log("could not look ahead");
            close();
            return new Horizon(offset, newest);
        }
    }

    /** Returns the offset that it came to. */
    private long read(TopicPartition frames, long offset, Map<String, Long> newest) {
        KafkaConsumer<String, byte[]> reader = reader();
        reader.assign(List.of(frames));
        reader.seek(frames, offset);
        long end = reader.endOffsets(List.of(frames), PATIENCE).get(frames);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long position = offset;
        while (position < end && System.nanoTime() < deadline) {
            reader.poll(POLL).forEach(frame -> newest.put(frame.key(), frame.offset()));
            position = reader.position(frames, PATIENCE);
        }
        return position;
    }

    private KafkaConsumer<String, byte[]> reader() {
        if (consumer == null) {
            consumer = KafkaClients.consumer(
                    kafka,
                    "frame-processor-look-ahead",
                    Map.of(
                            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                            FETCH_BYTES,
                            // A fetch that waits at the end would hold up the next look.
                            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                            10));
        }
        return consumer;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
