package io.colloquy.sessions.live;

import io.colloquy.platform.health.Health;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.projection.ProjectionLoop;
import io.lettuce.core.RedisURI;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Projects sessions, decisions and readings into Redis. */
public final class LiveProjector implements AutoCloseable {
    private static final String GROUP = "colloquy-session-projector-live";
    /** Readings of longer ago are nobody's live view; a Redis that has lost everything need not see them again. */
    private static final Duration READINGS_LOOKBACK = Duration.ofHours(24);

    private final LiveStore store;
    private final ProjectionLoop loop;

    /**
     * Prepares the projector; {@link #start()} starts it. Redis and Kafka may come later.
     *
     * @param redis for example {@code redis://127.0.0.1:6379}
     * @param onFatal told about a failure after which it has stopped for good
     */
    public LiveProjector(
            KafkaConfig kafka,
            EventSerdes serdes,
            URI redis,
            Clock clock,
            Health health,
            Metrics metrics,
            Consumer<Throwable> onFatal) {
        this.store = new RedisLiveStore(RedisURI.create(redis));
        this.loop = new ProjectionLoop(
                new LiveProjection(store, new KafkaSessionHistory(kafka, serdes), serdes, clock, metrics),
                KafkaClients.consumer(kafka, GROUP),
                Map.of(
                        Topics.FRAME_READINGS.name(),
                        READINGS_LOOKBACK,
                        Topics.EMOTION_READINGS.name(),
                        READINGS_LOOKBACK),
                clock,
                health,
                metrics,
                onFatal);
    }

    /** Starts reading. */
    public void start() {
        loop.start();
    }

    /** Finishes the batch in hand and leaves the group. */
    @Override
    public void close() {
        loop.close();
        store.close();
    }
}
