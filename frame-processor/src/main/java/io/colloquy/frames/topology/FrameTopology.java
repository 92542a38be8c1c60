package io.colloquy.frames.topology;

import io.colloquy.frames.consent.ConsentLedger;
import io.colloquy.frames.overload.Backlog;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/** frames → consent and policy → face, blink, emotion → frame-readings, emotion-readings. */
public final class FrameTopology {
    /** Name of the service, its application and its dead letters. */
    public static final String SERVICE = "frame-processor";

    static final String TRACKS = "tracks";
    static final String FRAME_READINGS = "to-frame-readings";
    static final String EMOTION_READINGS = "to-emotion-readings";

    private static final String FRAMES = "from-frames";
    private static final String READ = "read-frame";

    private FrameTopology() {}

    /**
     * Builds the topology.
     *
     * @param backlogs a fresh one for each partition
     */
    public static Topology build(
            EventSerdes serdes,
            Vision vision,
            ConsentLedger consents,
            Supplier<Backlog> backlogs,
            Sealer sealer,
            Metrics metrics,
            Clock clock) {
        var tracks = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(TRACKS), serdes.keys(), TrackSerde.create())
                .withLoggingEnabled(Map.of());
        return new Topology()
                .addSource(
                        FRAMES, serdes.keys().deserializer(), serdes.deserializer(Topics.FRAMES), Topics.FRAMES.name())
                .addProcessor(
                        READ,
                        () -> new FrameProcessing(vision, consents, backlogs.get(), sealer, metrics, clock),
                        FRAMES)
                .addStateStore(tracks, READ)
                .addSink(
                        FRAME_READINGS,
                        Topics.FRAME_READINGS.name(),
                        serdes.keys().serializer(),
                        serdes.serializer(Topics.FRAME_READINGS),
                        READ)
                .addSink(
                        EMOTION_READINGS,
                        Topics.EMOTION_READINGS.name(),
                        serdes.keys().serializer(),
                        serdes.serializer(Topics.EMOTION_READINGS),
                        READ);
    }
}
