package io.colloquy.frames.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.CapturedFrame;
import io.colloquy.events.EmotionPolicy;
import io.colloquy.events.EmotionReading;
import io.colloquy.events.FaceRead;
import io.colloquy.events.FrameCaptured;
import io.colloquy.events.FrameNotRead;
import io.colloquy.events.FrameReading;
import io.colloquy.events.Personal;
import io.colloquy.events.Policy;
import io.colloquy.frames.consent.ConsentLedger;
import io.colloquy.frames.consent.SessionEvents;
import io.colloquy.frames.overload.AgeLimits;
import io.colloquy.frames.overload.Backlog;
import io.colloquy.frames.overload.Horizon;
import io.colloquy.frames.vision.Box;
import io.colloquy.frames.vision.Expression;
import io.colloquy.frames.vision.EyeState;
import io.colloquy.frames.vision.FrameAnalysis;
import io.colloquy.frames.vision.Pose;
import io.colloquy.frames.vision.Presence;
import io.colloquy.frames.vision.PresenceShift;
import io.colloquy.frames.vision.Probabilities;
import io.colloquy.frames.vision.Quality;
import io.colloquy.frames.vision.QualityFlag;
import io.colloquy.frames.vision.Track;
import io.colloquy.frames.vision.Unreadable;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.StreamsSettings;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.Guarantee;
import io.colloquy.schemas.PersonalContent;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameTopologyTest {
    private static final String SESSION = "018f0000-0000-7000-8000-0000000000aa";
    private static final String OTHER_SESSION = "018f0000-0000-7000-8000-0000000000ab";
    private static final Subject SUBJECT = new Subject(SessionEvents.ORGANISATION, SESSION);
    private static final Probabilities HAPPY = new Probabilities(List.of(0f, 0f, 0f, 1f, 0f, 0f, 0f));

    @TempDir
    private Path state;

    private final ConsentLedger consents = new ConsentLedger();
    private final MemoryVault vault = new MemoryVault();
    private final Sealer sealer = new Sealer(vault);
    private final List<Boolean> looks = new ArrayList<>();
    private final EventSerdes serdes = new EventSerdes(new MemoryRegistry());
    private final Metrics metrics = new Metrics();
    private final AgeLimits limits = new AgeLimits(Duration.ofHours(1), Duration.ofDays(1));
    private Horizon queued = Horizon.NONE;
    private FrameAnalysis answer = read();
    private TopologyTestDriver driver;
    private TestInputTopic<String, CapturedFrame> frames;
    private TestOutputTopic<String, FrameReading> readings;
    private TestOutputTopic<String, EmotionReading> emotions;

    @BeforeEach
    void start() {
        Vision vision = (jpeg, at, track, withEmotion) -> {
            looks.add(withEmotion);
            if (answer == null) {
                throw new IllegalStateException("Expected a picture like all others, but this one brings out a bug");
            }
            return answer;
        };
        Properties properties = new StreamsSettings(FrameTopology.SERVICE, Guarantee.AT_LEAST_ONCE, 1, 0, state)
                .properties(new KafkaConfig("unused:9092", URI.create("http://unused"), 6, 1));
        driver = new TopologyTestDriver(
                FrameTopology.build(serdes, vision, consents, this::backlog, sealer, metrics, Clock.systemUTC()),
                properties);
        frames =
                driver.createInputTopic(Topics.FRAMES.name(), new StringSerializer(), serdes.serializer(Topics.FRAMES));
        readings = driver.createOutputTopic(
                Topics.FRAME_READINGS.name(), new StringDeserializer(), serdes.deserializer(Topics.FRAME_READINGS));
        emotions = driver.createOutputTopic(
                Topics.EMOTION_READINGS.name(), new StringDeserializer(), serdes.deserializer(Topics.EMOTION_READINGS));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldReadAFrameUnderConsent() {
        allow(EmotionPolicy.PRACTICE, true);

        frames.pipeInput(SESSION, frame(0, 2));

        FaceRead reading = (FaceRead) readings.readValue().getPayload();
        assertThat(reading.getFaces()).hasSize(1);
        assertThat(reading.getEyesOpen()).isTrue();
        assertThat(emotions.readValue().getSessionId()).isEqualTo(SESSION);
        assertThat(looks).containsExactly(true);
    }

    @Test
    void shouldNotLookWithoutConsent() {
        allow(EmotionPolicy.PRACTICE, true);
        consents.apply(SessionEvents.withdrawn(SESSION, 3));

        frames.pipeInput(SESSION, frame(0, 2));

        assertThat(reason()).isEqualTo("NO_CONSENT");
        assertThat(looks).isEmpty();
        assertThat(emotions.isEmpty()).isTrue();
    }

    @Test
    void shouldNotReadEmotionWhereThePolicyIsOff() {
        allow(EmotionPolicy.OFF, true);

        frames.pipeInput(SESSION, frame(0, 2));

        assertThat(readings.readValue().getPayload()).isInstanceOf(FaceRead.class);
        assertThat(emotions.isEmpty()).isTrue();
        assertThat(looks).containsExactly(false);
    }

    @Test
    void shouldReadNoEmotionForReviewersInEuropeWhateverTheEventSays() {
        consents.apply(SessionEvents.started(
                SESSION, 1, new Policy(EmotionPolicy.REVIEWER, EmotionPolicy.REVIEWER, true, false, "DE", "US")));
        consents.apply(SessionEvents.consented(SESSION, 2, true));

        frames.pipeInput(SESSION, frame(0, 2));

        assertThat(readings.readValue().getPayload()).isInstanceOf(FaceRead.class);
        assertThat(emotions.isEmpty()).isTrue();
        assertThat(looks).containsExactly(false);
    }

    @Test
    void shouldNotLookAtAFrameUnderAnotherSessionsConsent() {
        allow(EmotionPolicy.PRACTICE, true);
        consents.apply(SessionEvents.started(OTHER_SESSION, EmotionPolicy.PRACTICE, true));
        consents.apply(SessionEvents.consented(OTHER_SESSION, 3, true));

        frames.pipeInput(SESSION, frame(0, 3));
        frames.pipeInput(SESSION, frame(1, 1));

        assertThat(reason()).isEqualTo("CONSENT_UNKNOWN");
        assertThat(reason()).isEqualTo("NO_CONSENT");
        assertThat(looks).isEmpty();
        assertThat(emotions.isEmpty()).isTrue();
    }

    @Test
    void shouldNotLookAtFramesToldAgainUnderALaterConsent() {
        allow(EmotionPolicy.PRACTICE, true);
        consents.apply(SessionEvents.withdrawn(SESSION, 3));
        consents.apply(SessionEvents.consented(SESSION, 4, true));

        frames.pipeInput(SESSION, frame(0, 2));

        assertThat(reason()).isEqualTo("NO_CONSENT");
        assertThat(looks).isEmpty();
    }

    @Test
    void shouldKeepFaceSignalsOutWhereTheyAreOff() {
        allow(EmotionPolicy.PRACTICE, false);

        frames.pipeInput(SESSION, frame(0, 2));

        assertThat(reason()).isEqualTo("FACE_SIGNALS_OFF");
        assertThat(emotions.isEmpty()).isFalse();
    }

    @Test
    void shouldSayWhyAPictureCannotBeRead() {
        allow(EmotionPolicy.OFF, true);
        answer = new FrameAnalysis.Unread(Unreadable.NOT_A_JPEG, "Expected a JPEG, but …", Track.NEW);

        frames.pipeInput(SESSION, frame(0, 2));

        assertThat(reason()).isEqualTo("NOT_A_JPEG");
    }

    @Test
    void shouldSayThatContentWasErased() {
        allow(EmotionPolicy.OFF, true);
        CapturedFrame frame = frame(0, 2);
        vault.destroy(SUBJECT);

        frames.pipeInput(SESSION, frame);

        assertThat(reason()).isEqualTo("ERASED");
        assertThat(looks).isEmpty();
    }

    @Test
    void shouldSayThatAPictureDoesNotOpenAndGoOn() {
        allow(EmotionPolicy.OFF, true);
        CapturedFrame frame = frame(0, 2);
        Personal sealedAsAnAnswer = sealer.seal(SUBJECT, PersonalContent.ANSWER, new byte[] {1, 2, 3});
        CapturedFrame foreign = CapturedFrame.newBuilder(frame)
                .setPayload(FrameCaptured.newBuilder((FrameCaptured) frame.getPayload())
                        .setImage(sealedAsAnAnswer)
                        .build())
                .build();

        frames.pipeInput(SESSION, foreign);
        frames.pipeInput(SESSION, frame(1, 2));

        assertThat(reason()).isEqualTo("NOT_OPENED");
        assertThat(looks).hasSize(1);
    }

    @Test
    void shouldNotHoldUpOthersForAPictureThatBringsOutABug() {
        allow(EmotionPolicy.OFF, true);
        FrameAnalysis good = answer;
        answer = null;

        frames.pipeInput(SESSION, frame(0, 2));
        answer = good;
        frames.pipeInput(SESSION, frame(1, 2));

        assertThat(reason()).isEqualTo("VISION_FAILED");
        assertThat(readings.readValue().getPayload()).isInstanceOf(FaceRead.class);
    }

    @Test
    void shouldLeaveOutALateFrameUnopenedWhenANewerOneIsQueued() {
        allow(EmotionPolicy.PRACTICE, true);
        CapturedFrame late = frame(0, 2, Instant.now().minus(Duration.ofHours(2)));
        queued = new Horizon(3, Map.of(SESSION, 1L));
        vault.destroy(SUBJECT);

        frames.pipeInput(SESSION, late);

        assertThat(reason()).as("ERASED would mean that it was opened").isEqualTo("SKIPPED_OVERLOAD");
        assertThat(looks).isEmpty();
        assertThat(emotions.isEmpty()).isTrue();
        assertThat(metrics.scrape()).contains("frame_readings_total{outcome=\"SKIPPED_OVERLOAD\",} 1.0");
    }

    @Test
    void shouldLookAtALateFrameThatIsTheNewest() {
        allow(EmotionPolicy.OFF, true);
        queued = new Horizon(3, Map.of("somebody else", 2L));

        frames.pipeInput(SESSION, frame(0, 2, Instant.now().minus(Duration.ofHours(2))));

        assertThat(readings.readValue().getPayload()).isInstanceOf(FaceRead.class);
    }

    @Test
    void shouldLeaveOutAFrameThatIsTooOldThoughItIsTheNewest() {
        allow(EmotionPolicy.OFF, true);

        frames.pipeInput(SESSION, frame(0, 2, Instant.now().minus(Duration.ofDays(2))));

        assertThat(reason()).isEqualTo("TOO_OLD");
        assertThat(looks).isEmpty();
        assertThat(metrics.scrape()).contains("frame_readings_total{outcome=\"TOO_OLD\",} 1.0");
    }

    @Test
    void shouldSayThatThereIsNoConsentHoweverOldTheFrame() {
        allow(EmotionPolicy.OFF, true);
        consents.apply(SessionEvents.withdrawn(SESSION, 3));
        queued = new Horizon(3, Map.of(SESSION, 2L));

        frames.pipeInput(SESSION, frame(0, 2, Instant.now().minus(Duration.ofDays(2))));
        frames.pipeInput(SESSION, frame(1, 2, Instant.now().minus(Duration.ofHours(2))));

        assertThat(reason()).isEqualTo("NO_CONSENT");
        assertThat(reason()).isEqualTo("NO_CONSENT");
    }

    @Test
    void shouldReadTheFaceWhileTheEmotionModelIsBeingLoaded() {
        allow(EmotionPolicy.PRACTICE, true);
        answer = read(Optional.empty());

        frames.pipeInput(SESSION, frame(0, 2));

        assertThat(readings.readValue().getPayload()).isInstanceOf(FaceRead.class);
        assertThat(emotions.isEmpty()).isTrue();
        assertThat(metrics.scrape()).contains("emotion_readings_omitted_total 1.0");
    }

    @Test
    void shouldRepeatTheSameIdentityForTheSameFrame() {
        allow(EmotionPolicy.OFF, true);

        frames.pipeInput(SESSION, frame(7, 2));
        frames.pipeInput(SESSION, frame(7, 2));

        assertThat(readings.readValue().getEventId())
                .isEqualTo(readings.readValue().getEventId());
    }

    @Test
    void shouldDeadLetterPoisonAndGoOn() {
        allow(EmotionPolicy.OFF, true);
        TestInputTopic<String, byte[]> raw =
                driver.createInputTopic(Topics.FRAMES.name(), new StringSerializer(), new ByteArraySerializer());
        TestOutputTopic<String, byte[]> dead = driver.createOutputTopic(
                Topics.deadLetters(FrameTopology.SERVICE), new StringDeserializer(), new ByteArrayDeserializer());

        raw.pipeInput(SESSION, "no frame".getBytes(StandardCharsets.UTF_8));
        raw.pipeInput(SESSION, new byte[] {0, 0, 0, 9, 9, 1});
        frames.pipeInput(SESSION, frame(0, 2));

        assertThat(dead.readValue()).asString().isEqualTo("no frame");
        assertThat(dead.readRecord()
                        .headers()
                        .lastHeader("__streams.errors.topic")
                        .value())
                .asString()
                .isEqualTo("frames");
        assertThat(readings.readValue().getPayload()).isInstanceOf(FaceRead.class);
    }

    @Test
    void shouldCarryCloudEventsAndTheTrace() {
        allow(EmotionPolicy.OFF, true);

        frames.pipeInput(SESSION, frame(0, 2));

        var headers = readings.readRecord().headers();
        assertThat(headers.lastHeader("ce_type").value()).asString().isEqualTo("io.colloquy.FaceRead");
        assertThat(headers.lastHeader("traceparent").value()).asString().startsWith("00-");
    }

    @Test
    void shouldKeepItsShape() throws IOException {
        String golden = Files.readString(Path.of("src/test/resources/topology/frame-processor.txt"));

        String described = FrameTopology.build(
                        serdes, null, consents, this::backlog, sealer, metrics, Clock.systemUTC())
                .describe()
                .toString();

        assertThat(described).isEqualTo(golden);
    }

    private Backlog backlog() {
        return new Backlog(limits, (partition, offset) -> queued);
    }

    private void allow(EmotionPolicy emotion, boolean faceSignals) {
        consents.apply(SessionEvents.started(SESSION, emotion, faceSignals));
        consents.apply(SessionEvents.consented(SESSION, 2, true));
    }

    private String reason() {
        return ((FrameNotRead) readings.readValue().getPayload()).getReason();
    }

    private CapturedFrame frame(long seq, long consentSeq) {
        return frame(seq, consentSeq, Instant.now());
    }

    private CapturedFrame frame(long seq, long consentSeq, Instant at) {
        return new CapturedFrames(sealer).frame(SESSION, seq, consentSeq, at);
    }

    static FrameAnalysis read() {
        return read(Optional.of(new Expression(HAPPY, HAPPY, "hash")));
    }

    private static FrameAnalysis read(Optional<Expression> expression) {
        return new FrameAnalysis.Read(
                640,
                480,
                List.of(new Box(10, 10, 100, 100)),
                0,
                Presence.ONE_FACE,
                PresenceShift.BACK,
                Optional.of(Instant.EPOCH),
                EyeState.OPEN,
                false,
                OptionalDouble.of(12),
                Optional.of(
                        new Quality(100, 80, 120, 40, new Pose(OptionalDouble.of(-25)), List.of(QualityFlag.TILTED))),
                expression,
                Track.NEW);
    }
}
