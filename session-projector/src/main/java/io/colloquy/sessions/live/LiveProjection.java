package io.colloquy.sessions.live;

import io.colloquy.events.EmotionReading;
import io.colloquy.events.FrameReading;
import io.colloquy.events.SessionEvent;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.events.RecordedEvent;
import io.colloquy.sessions.projection.Batch;
import io.colloquy.sessions.projection.Events;
import io.colloquy.sessions.projection.Projection;
import io.colloquy.sessions.projection.ProjectionMetric;
import io.colloquy.sessions.projection.TopicReader;
import io.colloquy.sessions.projection.TopicReader.Sorted;
import io.colloquy.sessions.readings.EmotionSeen;
import io.colloquy.sessions.readings.FrameSeen;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events and readings, into Redis. What cannot be read is only counted here: the read model reads the same topics and
 * dead-letters it.
 */
final class LiveProjection implements Projection {
    static final String NAME = "live";
    private static final Logger LOG = LoggerFactory.getLogger(LiveProjection.class);

    private final LiveStore store;
    private final LiveSessions sessions;
    private final LiveReadings readings;
    private final Metrics metrics;
    private final TopicReader<SessionEvent, RecordedEvent> events;
    private final TopicReader<FrameReading, FrameSeen> frames;
    private final TopicReader<EmotionReading, EmotionSeen> emotions;

    LiveProjection(LiveStore store, SessionHistory history, EventSerdes serdes, Clock clock, Metrics metrics) {
        this.store = store;
        this.sessions = new LiveSessions(store, history, clock);
        this.readings = new LiveReadings(store);
        this.metrics = metrics;
        this.events = new TopicReader<>(Topics.SESSION_EVENTS, serdes, Events::read);
        this.frames = new TopicReader<>(Topics.FRAME_READINGS, serdes, FrameSeen::fromAvro);
        this.emotions = new TopicReader<>(Topics.EMOTION_READINGS, serdes, EmotionSeen::fromAvro);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(events.topic(), frames.topic(), emotions.topic());
    }

    @Override
    public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        return store.positions(partitions);
    }

    @Override
    public boolean project(Batch batch) {
        String topic = batch.partition().topic();
        List<LiveWrite> changes;
        if (topic.equals(events.topic())) {
            changes = sessions.changes(counted(events.read(batch)).entries());
        } else if (topic.equals(frames.topic())) {
            changes = readings.changes(
                    counted(frames.read(batch)).entries(), it -> it.frame().sessionId(), ReadingsState::with);
        } else {
            changes = readings.changes(
                    counted(emotions.read(batch)).entries(), it -> it.frame().sessionId(), ReadingsState::with);
        }
        return store.write(batch.partition(), batch.from(), batch.to(), changes);
    }

    @Override
    public boolean mayPass(RuntimeException failure) {
        return failure instanceof RedisException;
    }

    private <D> Sorted<D> counted(Sorted<D> sorted) {
        sorted.poison().forEach(poison -> {
            metrics.counter(ProjectionMetric.UNREADABLE)
                    .labels(NAME, poison.source().topic())
                    .inc();
            LOG.atWarn()
                    .addKeyValue("topic", poison.source().topic())
                    .addKeyValue("partition", poison.source().partition())
                    .addKeyValue("offset", poison.source().offset())
                    .log("left out an unreadable record");
        });
        return sorted;
    }
}
