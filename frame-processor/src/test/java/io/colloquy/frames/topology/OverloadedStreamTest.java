package io.colloquy.frames.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.CapturedFrame;
import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.FaceRead;
import io.colloquy.events.FrameNotRead;
import io.colloquy.events.FrameReading;
import io.colloquy.frames.consent.ConsentLedger;
import io.colloquy.frames.consent.SessionEvents;
import io.colloquy.frames.overload.AgeLimits;
import io.colloquy.frames.overload.Backlog;
import io.colloquy.frames.overload.Horizon;
import io.colloquy.frames.overload.LookAhead;
import io.colloquy.frames.vision.FrameAnalysis;
import io.colloquy.frames.vision.Track;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.StreamsSettings;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.schemas.Guarantee;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One partition for a minute under more than it can take, by a clock that moves only when a picture is looked at. */
class OverloadedStreamTest {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final AgeLimits LIMITS = new AgeLimits(Duration.ofSeconds(1), MOST);
    private static final int SECONDS = 60;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path state;

    private final SteppingClock clock = new SteppingClock(START);
    private final ConsentLedger consents = new ConsentLedger();
    private final Sealer sealer = new Sealer(new MemoryVault());
    private final List<Arrival> queue = new ArrayList<>();
    private final List<Duration> agesLookedAt = new ArrayList<>();

    @Test
    void shouldKeepUpAndStarveNobodyBesideASessionThatSendsMuch() {
        // given: 40 + 30 frames a second, and 50 looks
        for (int session = 0; session < 40; session++) {
            sends(session("slow-" + session), 1, 25L * session);
        }
        sends(session("fast"), 30, 0);

        // when
        List<FrameReading> readings = run();

        // then
        assertEachSettledOnce(readings);
        assertThat(agesLookedAt).allSatisfy(age -> assertThat(age).isLessThanOrEqualTo(MOST));
        assertThat(reasons(readings)).containsOnlyKeys("SKIPPED_OVERLOAD");
        Map<String, Integer> read = read(readings);
        for (int session = 0; session < 40; session++) {
            assertThat(read.get("slow-" + session))
                    .as("frames read of slow-%d", session)
                    .isGreaterThan(SECONDS * 3 / 4);
        }
        assertThat(read.get("fast")).isGreaterThan(SECONDS * 3 / 4);
    }

    @Test
    void shouldNotFallBehindFurtherThanConfiguredWhateverComes() {
        // given: ten times what it can take, so that not every session can have its turn in time
        for (int session = 0; session < 500; session++) {
            sends(session("s-" + session), 1, 2L * session);
        }

        // when
        List<FrameReading> readings = run();

        // then
        assertEachSettledOnce(readings);
        assertThat(agesLookedAt).allSatisfy(age -> assertThat(age).isLessThanOrEqualTo(MOST));
        assertThat(reasons(readings)).containsOnlyKeys("SKIPPED_OVERLOAD", "TOO_OLD");
        assertThat(agesLookedAt.size()).as("it never idles").isGreaterThan(SECONDS * 45);
    }

    @Test
    void shouldSkipOnlyWhatANewerFrameIsQueuedBehind() {
        sends(session("one"), 30, 0);
        sends(session("two"), 30, 10);

        List<FrameReading> readings = run();

        assertEachSettledOnce(readings);
        assertThat(reasons(readings)).containsOnlyKeys("SKIPPED_OVERLOAD");
        for (String session : List.of("one", "two")) {
            assertThat(last(readings, session).getPayload())
                    .as("the newest of all")
                    .isInstanceOf(FaceRead.class);
        }
    }

    private List<FrameReading> run() {
        queue.sort(Comparator.comparing(Arrival::at));
        EventSerdes serdes = new EventSerdes(new MemoryRegistry());
        CapturedFrames pictures = new CapturedFrames(sealer);
        try (TopologyTestDriver driver = driver(serdes)) {
            TestInputTopic<String, CapturedFrame> frames = driver.createInputTopic(
                    Topics.FRAMES.name(), new StringSerializer(), serdes.serializer(Topics.FRAMES));
            for (Arrival arrival : queue) {
                clock.atLeast(arrival.at());
                frames.pipeInput(arrival.session(), pictures.frame(arrival.session(), arrival.seq(), 2, arrival.at()));
            }
            return driver.createOutputTopic(
                            Topics.FRAME_READINGS.name(),
                            new StringDeserializer(),
                            serdes.deserializer(Topics.FRAME_READINGS))
                    .readValuesToList();
        }
    }

    private TopologyTestDriver driver(EventSerdes serdes) {
        return new TopologyTestDriver(
                FrameTopology.build(
                        serdes,
                        this::look,
                        consents,
                        () -> new Backlog(LIMITS, new Arrived()),
                        sealer,
                        new Metrics(),
                        clock),
                new StreamsSettings(FrameTopology.SERVICE, Guarantee.AT_LEAST_ONCE, 1, 0, state)
                        .properties(new KafkaConfig("unused:9092", URI.create("http://unused"), 6, 1)));
    }

    private FrameAnalysis look(byte[] jpeg, Instant capturedAt, Track track, boolean withEmotion) {
        agesLookedAt.add(Duration.between(capturedAt, clock.instant()));
        clock.atLeast(clock.instant().plus(LOOK));
        return FrameTopologyTest.read();
    }

    private String session(String name) {
        consents.apply(SessionEvents.started(name, EmotionPolicy.OFF, true));
        consents.apply(SessionEvents.consented(name, 2, true));
        return name;
    }

    private void sends(String session, int perSecond, long offsetMillis) {
        for (int seq = 0; seq < SECONDS * perSecond; seq++) {
            queue.add(new Arrival(START.plusMillis(offsetMillis + 1000L * seq / perSecond), session, seq));
        }
    }

    private void assertEachSettledOnce(List<FrameReading> readings) {
        assertThat(readings).hasSameSizeAs(queue);
        assertThat(readings).extracting(FrameReading::getEventId).doesNotHaveDuplicates();
    }

    private static Map<String, Integer> reasons(List<FrameReading> readings) {
        Map<String, Integer> reasons = new HashMap<>();
        readings.stream()
                .filter(reading -> reading.getPayload() instanceof FrameNotRead)
                .map(reading -> ((FrameNotRead) reading.getPayload()).getReason())
                .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        return reasons;
    }

    private static Map<String, Integer> read(List<FrameReading> readings) {
        Map<String, Integer> read = new HashMap<>();
        readings.stream()
                .filter(reading -> reading.getPayload() instanceof FaceRead)
                .forEach(reading -> read.merge(reading.getSessionId(), 1, Integer::sum));
        return read;
    }

    private static FrameReading last(List<FrameReading> readings, String session) {
        return readings.stream()
                .filter(reading -> reading.getSessionId().equals(session))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private record Arrival(Instant at, String session, long seq) {}

    /** The part of the queue that has arrived by now. */
    private final class Arrived implements LookAhead {
        @Override
        public Horizon from(int partition, long offset) {
            Map<String, Long> newest = new HashMap<>();
            int end = (int) offset;
            while (end < queue.size() && !queue.get(end).at().isAfter(clock.instant())) {
                newest.put(queue.get(end).session(), (long) end);
                end++;
            }
            return new Horizon(end, newest);
        }
    }

    private static final class SteppingClock extends Clock {
        private Instant now;

        SteppingClock(Instant start) {
            this.now = start;
        }

        void atLeast(Instant time) {
            now = time.isAfter(now) ? time : now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Expected nobody to ask for a zone, but somebody did");
        }
    }
}
