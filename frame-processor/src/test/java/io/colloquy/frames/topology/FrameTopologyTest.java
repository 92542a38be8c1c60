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
import io.colloquy.frames.consent.ConsentLedger;
import io.colloquy.frames.consent.SessionEvents;
import io.colloquy.frames.vision.Box;
import io.colloquy.frames.vision.Expression;
import io.colloquy.frames.vision.EyeState;
import io.colloquy.frames.vision.FrameAnalysis;
import io.colloquy.frames.vision.Probabilities;
import io.colloquy.frames.vision.Quality;
import io.colloquy.frames.vision.Track;
import io.colloquy.frames.vision.Unreadable;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.StreamsSettings;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.KeyVault;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.SessionKey;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.Guarantee;
import io.colloquy.schemas.PersonalContent;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import io.colloquy.schemas.wire.EventSerdes;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.Schema;
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
    private static final Subject SUBJECT = new Subject(SessionEvents.ORGANISATION, SESSION);
    private static final Probabilities HAPPY = new Probabilities(List.of(0f, 0f, 0f, 1f, 0f, 0f, 0f));

    @TempDir
    private Path state;

    private final ConsentLedger consents = new ConsentLedger();
    private final MemoryVault vault = new MemoryVault();
    private final Sealer sealer = new Sealer(vault);
    private final List<Boolean> looks = new ArrayList<>();
    private final EventSerdes serdes = new EventSerdes(new MemoryRegistry());
    private FrameAnalysis answer = read();
    private TopologyTestDriver driver;
    private TestInputTopic<String, CapturedFrame> frames;
    private TestOutputTopic<String, FrameReading> readings;
    private TestOutputTopic<String, EmotionReading> emotions;

    @BeforeEach
    void start() {
        Vision vision = (jpeg, at, track, withEmotion) -> {
            looks.add(withEmotion);
            return answer;
        };
        Properties properties = new StreamsSettings(FrameTopology.SERVICE, Guarantee.AT_LEAST_ONCE, 1, 0, state)
                .properties(new KafkaConfig("unused:9092", URI.create("http://unused"), 6, 1));
        driver = new TopologyTestDriver(
                FrameTopology.build(serdes, vision, consents, sealer, new Metrics(), Clock.systemUTC()), properties);
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

        String described = FrameTopology.build(serdes, null, consents, sealer, new Metrics(), Clock.systemUTC())
                .describe()
                .toString();

        assertThat(described).isEqualTo(golden);
    }

    private void allow(EmotionPolicy emotion, boolean faceSignals) {
        consents.apply(SessionEvents.started(SESSION, emotion, faceSignals));
        consents.apply(SessionEvents.consented(SESSION, 2, true));
    }

    private String reason() {
        return ((FrameNotRead) readings.readValue().getPayload()).getReason();
    }

    private CapturedFrame frame(long seq, long consentSeq) {
        Personal image = sealer.seal(SUBJECT, PersonalContent.IMAGE, new byte[] {1, 2, 3});
        return CapturedFrame.newBuilder()
                .setEventId(Ids.next().toString())
                .setSessionId(SESSION)
                .setOrganisationId(SessionEvents.ORGANISATION)
                .setSeq(0)
                .setOccurredAt(Instant.now())
                .setCorrelationId("test")
                .setPayload(FrameCaptured.newBuilder()
                        .setStream("018f0000-0000-7000-8000-0000000000bb")
                        .setFrameSeq(seq)
                        .setCapturedAt(Instant.now())
                        .setReceivedAt(Instant.now())
                        .setConsentSeq(consentSeq)
                        .setImage(image)
                        .build())
                .build();
    }

    private static FrameAnalysis read() {
        return new FrameAnalysis.Read(
                640,
                480,
                List.of(new Box(10, 10, 100, 100)),
                0,
                EyeState.OPEN,
                false,
                Optional.of(new Quality(100, 80, 120)),
                Optional.of(new Expression(HAPPY, HAPPY, "hash")),
                Track.NEW);
    }

    /** The port's contract, in memory. */
    private static final class MemoryVault implements KeyVault {
        private final Set<String> destroyed = new HashSet<>();

        @Override
        public SessionKey obtain(Subject subject) {
            return find(subject);
        }

        @Override
        public SessionKey find(Subject subject) {
            if (destroyed.contains(subject.sessionId())) {
                throw new KeyDestroyedException("Expected a key, but it was destroyed", null);
            }
            return new SessionKey("018f0000-0000-7000-8000-0000000000cc", new byte[32]);
        }

        @Override
        public void destroy(Subject subject) {
            destroyed.add(subject.sessionId());
        }

        @Override
        public void forget(String sessionId) {}
    }

    /** The port's contract, in memory. */
    private static final class MemoryRegistry implements SchemaRegistryClient {
        private final List<Schema> schemas = new ArrayList<>();

        @Override
        public int register(String subject, Schema schema) {
            if (!schemas.contains(schema)) {
                schemas.add(schema);
            }
            return schemas.indexOf(schema);
        }

        @Override
        public Schema getById(int id) {
            if (id >= schemas.size()) {
                throw new io.colloquy.schemas.registry.RestClientException("Schema not found", 404, 40403);
            }
            return schemas.get(id);
        }

        @Override
        public void updateCompatibility(String subject, String level) {}
    }
}
