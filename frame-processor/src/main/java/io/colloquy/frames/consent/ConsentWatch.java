package io.colloquy.frames.consent;

import io.colloquy.events.SessionEvent;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads session-events of all partitions on a thread of its own and keeps the {@link ConsentLedger} current.
 *
 * <p>Why not a co-partitioned source of the topology: there records are taken in the order of their timestamps, so a
 * withdrawal would wait behind every frame that was queued before it. Here it is known within milliseconds of its commit.
 * Every instance reads all sessions, but only the events of the last {@link #LOOKBACK}, and they are small.
 */
public final class ConsentWatch implements AutoCloseable {
    /** No frame can be older: the frames topic keeps a day, and a session is over before. */
    static final Duration LOOKBACK = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(ConsentWatch.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

    private final KafkaConfig kafka;
    private final ConsentLedger ledger;
    private final BiConsumer<SessionEvent, Permission> listener;
    private final Deserializer<SessionEvent> deserializer;
    private final Clock clock;
    private final Thread thread;
    private volatile KafkaConsumer<String, byte[]> reader;
    private volatile boolean closed;
    private volatile boolean current;

    /**
     * Prepares the watch; {@link #start()} starts it.
     *
     * @param listener told of each event after the ledger took it in, on the watch's thread
     */
    public ConsentWatch(
            KafkaConfig kafka, ConsentLedger ledger, Clock clock, BiConsumer<SessionEvent, Permission> listener) {
        this.kafka = kafka;
        this.ledger = ledger;
        this.listener = listener;
        this.deserializer = kafka.serdes().deserializer(Topics.SESSION_EVENTS);
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("consent-watch").daemon().unstarted(this::run);
    }

    /** Starts reading. */
    public void start() {
        thread.start();
    }

    /** Whether everything that was there at the start has been read, and reading goes on. */
    public boolean current() {
        return current && thread.isAlive();
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
                LOG.atWarn().setCause(e).log("the consent watch starts again");
                pause();
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("the consent watch has stopped");
                return;
            }
        }
    }

    private void watch() {
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.consumer(kafka, "frame-processor-consent")) {
            reader = consumer;
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.SESSION_EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            seek(consumer, partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!closed) {
                consumer.poll(POLL).forEach(this::take);
                current = current || caughtUp(consumer, ends);
            }
        } finally {
            reader = null;
            current = false;
        }
    }

    private void take(ConsumerRecord<String, byte[]> stored) {
        try {
            SessionEvent event = deserializer.deserialize(stored.topic(), stored.value());
            listener.accept(event, ledger.apply(event));
        } catch (SerializationException e) {
            // The projectors dead-letter it; here it can only withhold a permission, never grant one.
            LOG.atWarn()
                    .addKeyValue("topic", stored.topic())
                    .addKeyValue("partition", stored.partition())
                    .addKeyValue("offset", stored.offset())
                    .log("passed over an unreadable session event");
        }
    }

    private void seek(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        long from = clock.instant().minus(LOOKBACK).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> from)));
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp offset = offsets.get(partition);
            if (offset == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, offset.offset());
            }
        }
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
