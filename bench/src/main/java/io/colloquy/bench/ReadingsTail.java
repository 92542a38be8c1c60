package io.colloquy.bench;

import io.colloquy.bench.load.Latencies;
import io.colloquy.events.FaceRead;
import io.colloquy.events.FrameNotRead;
import io.colloquy.events.FrameReading;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads {@code frame-readings} as they come, counts them, and says how old their frames were by then. */
final class ReadingsTail implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<FrameReading> deserializer;
    private final Latencies ages = new Latencies();
    private final AtomicLong readings = new AtomicLong();
    private final AtomicLong faces = new AtomicLong();
    private final Thread thread;
    private volatile long agesFromMillis = Long.MAX_VALUE;
    private volatile long latestNanos;
    private volatile String notRead = "";
    private volatile boolean closed;

    ReadingsTail(KafkaConfig kafka) {
        this.consumer = KafkaClients.consumer(kafka, "bench-readings");
        this.deserializer = kafka.serdes().deserializer(Topics.FRAME_READINGS);
        List<TopicPartition> partitions = IntStream.range(0, kafka.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.FRAME_READINGS.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.thread = Thread.ofPlatform().name("readings-tail").daemon().start(this::run);
    }

    /** Frames settled since this tail began: read, or with a reason why not. */
    long readings() {
        return readings.get();
    }

    /** Readings with a face since this tail began. */
    long faces() {
        return faces.get();
    }

    /** When the latest reading came, by {@link System#nanoTime()}. */
    long latestNanos() {
        return latestNanos;
    }

    /** The latest reason why a frame was not read; empty if all were. */
    String notRead() {
        return notRead;
    }

    /** Keeps the ages of frames captured from now on. */
    void keepAgesFrom(long epochMillis) {
        agesFromMillis = epochMillis;
    }

    Latencies ages() {
        return ages;
    }

    /** Waits until so many readings have come. */
    void await(long count, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (readings.get() < count) {
            if (System.nanoTime() > deadline) {
                throw new BenchException("Expected %d readings, but after %d s there were %d"
                        .formatted(count, patience.toSeconds(), readings.get()));
            }
            Meter.pause(Duration.ofMillis(20));
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::count);
            }
        }
    }

    private void count(ConsumerRecord<String, byte[]> message) {
        FrameReading reading = deserializer.deserialize(message.topic(), message.value());
        switch (reading.getPayload()) {
            case FaceRead read -> {
                if (read.getCandidateFace() >= 0) {
                    faces.incrementAndGet();
                }
                age(read.getCapturedAt());
            }
            case FrameNotRead unread -> notRead = unread.getReason();
            default -> {}
        }
        latestNanos = System.nanoTime();
        readings.incrementAndGet();
    }

    private void age(Instant capturedAt) {
        if (capturedAt.toEpochMilli() >= agesFromMillis) {
            ages.add(Duration.between(capturedAt, Instant.now()).toNanos());
        }
    }
}
