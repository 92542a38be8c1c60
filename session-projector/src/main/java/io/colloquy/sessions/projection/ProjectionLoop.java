package io.colloquy.sessions.projection;

import io.colloquy.platform.health.Health;
import io.colloquy.platform.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a projection's topics on a thread of its own, from where the store says that it is, and goes back there whenever a
 * batch is not taken: the store is away (paused, tried again with growing pauses, nothing skipped), somebody else has taken
 * it (a zombie's batch), or the store has lost data (noticed within two seconds, also when nothing arrives). What cannot
 * pass stops the loop and is reported.
 */
public final class ProjectionLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);
    private static final long CHECK_NANOS = Duration.ofSeconds(2).toNanos();

    private final Projection projection;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Duration> lookback;
    private final Clock clock;
    private final Metrics metrics;
    private final Consumer<Throwable> onFatal;
    private final Thread thread;

    private final Map<TopicPartition, OptionalLong> placed = new HashMap<>();
    private final Set<TopicPartition> unplaced =
            new TreeSet<>(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
    private final Backoff backoff = new Backoff();
    private long checkAt = System.nanoTime() + CHECK_NANOS;
    private volatile boolean running = true;
    private volatile boolean caughtUp;

    /**
     * Prepares the loop; {@link #start()} starts it.
     *
     * @param consumer of committed records, which commits nothing by itself; the loop closes it
     * @param lookback for topics of which an empty store wants only the latest time; all others start from the beginning
     * @param onFatal told about a failure after which the loop has stopped for good
     */
    public ProjectionLoop(
            Projection projection,
            KafkaConsumer<String, byte[]> consumer,
            Map<String, Duration> lookback,
            Clock clock,
            Health health,
            Metrics metrics,
            Consumer<Throwable> onFatal) {
        this.projection = projection;
        this.consumer = consumer;
        this.lookback = Map.copyOf(lookback);
        this.clock = clock;
        this.metrics = metrics;
        this.onFatal = onFatal;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("projection-" + projection.name())
                .unstarted(this::run);
        health.register("projection-" + projection.name(), this::ready);
    }

    /** Starts reading. */
    public void start() {
        thread.start();
    }

    /** Whether every partition that this instance holds is being projected. */
    public boolean ready() {
        return running && thread.isAlive() && caughtUp;
    }

    /** Finishes the batch in hand and leaves the group. */
    @Override
    public void close() {
        running = false;
        consumer.wakeup();
        try {
            thread.join(CLOSE_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            consumer.subscribe(projection.topics(), new Assignments());
            while (running) {
                turn();
            }
        } catch (WakeupException | InterruptException e) {
            LOG.atDebug().addKeyValue("projection", projection.name()).log("the projection was told to stop");
        } catch (RuntimeException | Error e) {
            running = false;
            LOG.atError()
                    .addKeyValue("projection", projection.name())
                    .setCause(e)
                    .log("the projection has stopped");
            onFatal.accept(e);
        } finally {
            consumer.close(CloseOptions.timeout(LEAVE_TIMEOUT));
        }
    }

    private void turn() {
        attempt(this::place, List.copyOf(unplaced));
        attempt(this::read, List.of());
        attempt(this::check, List.of());
        caughtUp = unplaced.isEmpty() && !placed.isEmpty();
        observeLag();
    }

    private void read() {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        for (TopicPartition partition : records.partitions()) {
            if (placed.containsKey(partition)) {
                attempt(() -> project(partition, records.records(partition)), List.of(partition));
            }
        }
    }

    /** Runs a step; when its failure may pass, the partitions are read again, after a pause, from the store's position. */
    private void attempt(Runnable step, List<TopicPartition> concerned) {
        try {
            step.run();
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!(e instanceof RetriableException) && !projection.mayPass(e)) {
                throw e;
            }
            backoff.failed();
            concerned.forEach(this::unplace);
            metrics.counter(ProjectionMetric.RETRIES)
                    .labels(projection.name(), e.getClass().getSimpleName())
                    .inc();
            LOG.atWarn()
                    .addKeyValue("projection", projection.name())
                    .addKeyValue("reason", e.toString())
                    .log("a step of the projection is tried again");
        }
    }

    private void place() {
        if (unplaced.isEmpty() || !backoff.due()) {
            return;
        }
        Map<TopicPartition, Long> positions = projection.positions(unplaced);
        for (TopicPartition partition : List.copyOf(unplaced)) {
            Long position = positions.get(partition);
            if (position == null) {
                seekToStart(partition);
            } else {
                consumer.seek(partition, position);
            }
            placed.put(partition, position == null ? OptionalLong.empty() : OptionalLong.of(position));
            unplaced.remove(partition);
            consumer.resume(List.of(partition));
        }
    }

    private void seekToStart(TopicPartition partition) {
        Duration latest = lookback.get(partition.topic());
        if (latest == null) {
            consumer.seekToBeginning(List.of(partition));
            return;
        }
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        OffsetAndTimestamp start = consumer.offsetsForTimes(
                        Map.of(partition, clock.instant().minus(latest).toEpochMilli()))
                .get(partition);
        consumer.seek(partition, start == null ? end : start.offset());
    }

    private void project(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        Batch batch = Batch.of(partition, placed.get(partition), records);
        if (projection.project(batch)) {
            placed.put(partition, OptionalLong.of(batch.to()));
            backoff.succeeded();
            metrics.counter(ProjectionMetric.RECORDS)
                    .labels(projection.name(), partition.topic())
                    .inc(records.size());
        } else {
            moved(partition);
        }
    }

    /** Somebody else moves a position only by taking over, the store itself only by losing data. */
    private void check() {
        long now = System.nanoTime();
        if (now - checkAt < 0 || placed.isEmpty()) {
            return;
        }
        checkAt = now + CHECK_NANOS;
        Map<TopicPartition, Long> positions = projection.positions(placed.keySet());
        for (Map.Entry<TopicPartition, OptionalLong> known : Map.copyOf(placed).entrySet()) {
            Long position = positions.get(known.getKey());
            OptionalLong stored = position == null ? OptionalLong.empty() : OptionalLong.of(position);
            if (!stored.equals(known.getValue())) {
                moved(known.getKey());
            }
        }
    }

    private void moved(TopicPartition partition) {
        LOG.atWarn()
                .addKeyValue("projection", projection.name())
                .addKeyValue("topic", partition.topic())
                .addKeyValue("partition", partition.partition())
                .log("the store is at another position; reading again from there");
        metrics.counter(ProjectionMetric.RETRIES)
                .labels(projection.name(), "Moved")
                .inc();
        unplace(partition);
    }

    private void unplace(TopicPartition partition) {
        placed.remove(partition);
        if (consumer.assignment().contains(partition)) {
            consumer.pause(List.of(partition));
            unplaced.add(partition);
        }
    }

    private void observeLag() {
        long lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            lag += consumer.currentLag(partition).orElse(0);
        }
        metrics.gauge(ProjectionMetric.LAG).labels(projection.name()).set((double) lag);
    }

    private final class Assignments implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            consumer.pause(assigned);
            unplaced.addAll(assigned);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            revoked.forEach(placed::remove);
            unplaced.removeAll(revoked);
        }
    }
}
