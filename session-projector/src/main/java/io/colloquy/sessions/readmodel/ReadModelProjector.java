package io.colloquy.sessions.readmodel;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.KeyDestruction;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.projection.ProjectionLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Projects sessions, their history, readings, organisations and dead letters into Postgres. */
public final class ReadModelProjector implements AutoCloseable {
    private static final String SERVICE = "session-projector";
    private static final String GROUP = "colloquy-session-projector-read-model";
    private static final Duration MAX_BLOCK = Duration.ofSeconds(10);

    private final KafkaProducer<String, byte[]> deadLetters;
    private final ProjectionLoop loop;

    /**
     * Prepares the projector; {@link #start()} starts it. Postgres and Kafka may come later.
     *
     * @param database connects as {@code colloquy_projector}, with two connections or more; the caller closes it
     * @param keys where erasing a session destroys its key
     * @param onFatal told about a failure after which it has stopped for good
     */
    public ReadModelProjector(
            KafkaConfig kafka,
            EventSerdes serdes,
            Database database,
            KeyDestruction keys,
            Clock clock,
            Health health,
            Metrics metrics,
            Consumer<Throwable> onFatal) {
        this.deadLetters = KafkaClients.producer(kafka, GROUP, MAX_BLOCK);
        PostgresProjection projection = new PostgresProjection(
                database.jdbi(),
                feeds(serdes, keys),
                new KafkaDeadLetterBox(deadLetters, Topics.deadLetters(SERVICE)),
                metrics);
        this.loop = new ProjectionLoop(
                projection, KafkaClients.consumer(kafka, GROUP), Map.of(), clock, health, metrics, onFatal);
    }

    private static Map<String, TableFeed> feeds(EventSerdes serdes, KeyDestruction keys) {
        Map<String, TableFeed> feeds = new HashMap<>();
        feeds.put(Topics.SESSION_EVENTS.name(), new SessionEventsFeed(serdes, keys));
        feeds.put(Topics.FRAME_READINGS.name(), new FrameReadingsFeed(serdes));
        feeds.put(Topics.EMOTION_READINGS.name(), new EmotionReadingsFeed(serdes));
        feeds.put(Topics.ORGANISATION_EVENTS.name(), new OrganisationsFeed(serdes));
        Topics.deadLetterOwners().forEach(owner -> feeds.put(Topics.deadLetters(owner), new DeadLettersFeed()));
        return feeds;
    }

    /** Starts reading. */
    public void start() {
        loop.start();
    }

    /** Finishes the batch in hand and leaves the group. */
    @Override
    public void close() {
        loop.close();
        deadLetters.close(Duration.ofSeconds(2));
    }
}
