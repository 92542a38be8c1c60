package io.colloquy.platform.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of a topic on a thread of its own, from some time on, for as long as the service runs: what is
 * written there is known here within milliseconds of its commit. Kafka Streams would take a topic's records in the order of
 * time stamps, behind what was queued before. After a failure that may pass it begins anew, so the
 * listener has to bear repetition.
 */
public final class TopicWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

    private final KafkaConfig kafka;
    private final String topic;
    private final String name;
    private final Supplier<Instant> from;
    private final Consumer<ConsumerRecord<String, byte[]>> listener;
    private final Consumer<Throwable> onFatal;
    private final Thread thread;
    private final Map<Integer, Long> positions = new HashMap<>();
    private volatile KafkaConsumer<String, byte[]> reader;
    private volatile boolean closed;
    private volatile boolean current;

    /**
     * Prepares the watch; {@link #start()} starts it.
     *
     * @param name of the thread and the consumer, beginning with the service's name
     * @param from records older than this are passed over
     * @param listener given every record, on the watch's thread
     * @param onFatal told when it has stopped for good: whoever decides by what it reads must not go on
     */
    public TopicWatch(
            KafkaConfig kafka,
            String topic,
            String name,
            Supplier<Instant> from,
            Consumer<ConsumerRecord<String, byte[]>> listener,
            Consumer<Throwable> onFatal) {
        this.kafka = kafka;
        this.topic = topic;
        this.name = name;
        this.from = from;
        this.listener = listener;
        this.onFatal = onFatal;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Starts reading. */
    public void start() {
        thread.start();
    }

    /** Whether everything that was there at the start has been read, and reading goes on. */
    public boolean current() {
        return current && thread.isAlive();
    }

    /**
     * Waits until everything before an offset has been read and given to the listener.
     *
     * @return whether that was so within the time
     */
    public boolean awaitPosition(int partition, long offset, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (positions) {
            while (positions.getOrDefault(partition, 0L) < offset) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                positions.wait(left);
            }
            return true;
        }
    }

    @Override
    public void close() {
        closed = true;
        KafkaConsumer<String, byte[]> reading = reader;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            thread.join(CLOSE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                watch();
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (RetriableException e) {
                LOG.atWarn().addKeyValue("topic", topic).setCause(e).log("the watch starts again");
                pause();
            } catch (RuntimeException e) {
                LOG.atError().addKeyValue("topic", topic).setCause(e).log("the watch has stopped");
                onFatal.accept(e);
                return;
            }
        }
    }

    private void watch() {
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.consumer(kafka, name)) {
            reader = consumer;
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            seek(consumer, ends);
            while (!closed) {
                consumer.poll(POLL).forEach(listener);
                note(consumer, partitions);
                current = current || caughtUp(consumer, ends);
            }
        } finally {
            reader = null;
            current = false;
        }
    }

    private void note(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        synchronized (positions) {
            partitions.forEach(it -> positions.put(it.partition(), consumer.position(it)));
            positions.notifyAll();
        }
    }

    /** Where nothing is recent enough, to the end as it was before that was asked: what is written meanwhile is read, too. */
    private void seek(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        long earliest = from.get().toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(
                ends.keySet().stream().collect(Collectors.toMap(partition -> partition, partition -> earliest)));
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp offset = offsets.get(partition);
            consumer.seek(partition, offset == null ? end : offset.offset());
        });
    }

    private static boolean caughtUp(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
