package io.colloquy.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.events.CapturedFrame;
import io.colloquy.events.FrameCaptured;
import io.colloquy.ingest.IngestService;
import io.colloquy.ingest.frames.FrameMessage;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.ReadingsSnapshot;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames and the live link, over two doors. */
class IngestSocketTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static IngestStage stage;
    private static IngestService door;
    private static IngestService otherDoor;

    private final UUID stream = UUID.randomUUID();
    private Caller candidate;
    private String session;

    @BeforeAll
    static void start() throws Exception {
        stage = new IngestStage(folder);
        door = stage.door(Map.of());
        otherDoor = stage.door(Map.of());
        stage.seed(door);
    }

    @AfterAll
    static void stop() {
        otherDoor.close();
        door.close();
        stage.close();
    }

    @BeforeEach
    void startAnInterview() {
        stage.decider()
                .redis()
                .keys("limit:*")
                .forEach(key -> stage.decider().redis().del(key));
        candidate = new Caller(door.port()).signedIn("candidate@acme.example");
        session = candidate.start();
    }

    @Test
    void shouldStoreAndAcknowledgeFramesUnderConsentOnce() {
        // given
        consent(true);
        CandidateLink link = open(door);
        await().atMost(PATIENCE).until(() -> !link.messages("welcome").isEmpty());

        // when
        for (long seq : List.of(0L, 1L, 1L, 0L, 2L)) {
            link.frame(stream, seq, CandidateLink.JPEG);
        }
        link.frame(stream, 9, CandidateLink.JPEG);

        // then
        await().atMost(PATIENCE).until(() -> link.acknowledged(2));
        await().atMost(PATIENCE)
                .until(() ->
                        link.heard("error", error -> error.get("code").asText().equals("OUT_OF_ORDER")));
        assertThat(link.messages("welcome").getFirst().get("settled").asLong()).isEqualTo(-1);
        assertThat(frames(3)).extracting(FrameCaptured::getFrameSeq).containsExactly(0L, 1L, 2L);
        assertThat(frames(3)).allSatisfy(frame -> {
            assertThat(frame.getConsentSeq()).isEqualTo(4);
            assertThat(frame.getImage().getScheme()).isEqualTo("aes-256-gcm");
        });
        link.close();
    }

    @Test
    void shouldSettleWhatItRefusesWithAReason() {
        // given
        CandidateLink link = open(door);
        await().atMost(PATIENCE).until(() -> !link.messages("session").isEmpty());
        link.frame(stream, 0, CandidateLink.JPEG);
        await().atMost(PATIENCE).until(() -> link.acknowledged(0));
        consent(true);
        await().atMost(PATIENCE)
                .until(() ->
                        link.heard("session", it -> it.at("/data/consent/video").asBoolean()));

        // when
        link.frame(stream, 1, new byte[] {1, 2, 3, 4});
        byte[] large = new byte[262_145];
        System.arraycopy(CandidateLink.JPEG, 0, large, 0, CandidateLink.JPEG.length);
        link.frame(stream, 2, large);
        link.frame(stream, 3, CandidateLink.JPEG);
        await().atMost(PATIENCE).until(() -> link.acknowledged(3));
        candidate.post("/api/v1/interviews/" + session + "/consent", Map.of("withdraw", true));
        await().atMost(PATIENCE)
                .until(() -> link.heard(
                        "session", it -> it.get("data").get("version").asLong() == 5));
        link.frame(stream, 4, CandidateLink.JPEG);
        await().atMost(PATIENCE).until(() -> link.acknowledged(4));

        // then
        List<String> refused = new ArrayList<>();
        link.messages("ack")
                .forEach(ack -> ack.get("refused")
                        .forEach(it -> refused.add(
                                it.get("seq").asText() + " " + it.get("reason").asText())));
        assertThat(refused).containsExactly("0 NO_CONSENT", "1 NOT_A_JPEG", "2 TOO_LARGE", "4 NO_CONSENT");
        assertThat(frames(1)).extracting(FrameCaptured::getFrameSeq).containsExactly(3L);
        link.close();
    }

    @Test
    void shouldGoOnAtTheOtherDoorAndSupersedeTheFirst() throws Exception {
        // given
        consent(true);
        CandidateLink first = open(door);
        await().atMost(PATIENCE).until(() -> !first.messages("session").isEmpty());
        first.frame(stream, 0, CandidateLink.JPEG);
        await().atMost(PATIENCE).until(() -> first.acknowledged(0));

        // when
        CandidateLink second = open(otherDoor);

        // then
        assertThat(first.closed().get(20, TimeUnit.SECONDS)).isEqualTo(4001);
        assertThat(first.messages("superseded")).hasSize(1);
        await().atMost(PATIENCE).until(() -> !second.messages("welcome").isEmpty());
        assertThat(second.messages("welcome").getFirst().get("settled").asLong())
                .isZero();
        second.frame(stream, 1, CandidateLink.JPEG);
        await().atMost(PATIENCE).until(() -> second.acknowledged(1));
        assertThat(second.closed()).isNotDone();
        second.close();
    }

    @Test
    void shouldLetATicketInOnceAndForItsSessionOnly() throws Exception {
        // given
        String ticket = CandidateLink.ticket(candidate, session);
        CandidateLink used = CandidateLink.open(door.port(), session, ticket).hello(stream);
        await().atMost(PATIENCE).until(() -> !used.messages("welcome").isEmpty());

        // when
        CandidateLink again = CandidateLink.open(door.port(), session, ticket);
        CandidateLink elsewhere =
                CandidateLink.open(door.port(), candidate.start(), CandidateLink.ticket(candidate, session));

        // then
        assertThat(again.closed().get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        assertThat(elsewhere.closed().get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        Caller analyst = new Caller(door.port()).signedIn("analyst@acme.example");
        assertThat(analyst.post("/api/v1/interviews/" + session + "/socket-ticket", Map.of())
                        .status())
                .isEqualTo(403);
        used.close();
    }

    @Test
    void shouldCheckThePagesOrigin() {
        // when, then
        assertThatThrownBy(() -> CandidateLink.open(
                        door.port(), session, CandidateLink.ticket(candidate, session), "http://evil.example"))
                .hasRootCauseMessage("Unexpected HTTP response status code 403");
        CandidateLink allowed = CandidateLink.open(
                        door.port(), session, CandidateLink.ticket(candidate, session), IngestStage.ORIGIN)
                .hello(stream);
        await().atMost(PATIENCE).until(() -> !allowed.messages("welcome").isEmpty());
        allowed.close();
    }

    @Test
    void shouldAnswerNonsenseWithAnErrorAndGoOn() {
        // given
        CandidateLink link = CandidateLink.open(door.port(), session, CandidateLink.ticket(candidate, session));

        // when
        link.frame(stream, 0, CandidateLink.JPEG);
        await().atMost(PATIENCE).until(() -> errors(link).contains("HELLO_EXPECTED"));
        link.say("{");
        link.say("[]");
        link.say("{\"type\":\"hello\",\"stream\":7}");
        link.send(ByteBuffer.wrap(new byte[3]));
        await().atMost(PATIENCE).until(() -> errors(link).contains("INVALID_MESSAGE"));
        link.say("{\"type\":\"ping\"}");

        // then
        await().atMost(PATIENCE).until(() -> !link.messages("pong").isEmpty());
        assertThat(link.closed()).isNotDone();
        link.close();
    }

    @Test
    void shouldTakeFramesAsJsonAndOverHttp() {
        // given
        consent(true);
        CandidateLink link = open(door);
        await().atMost(PATIENCE).until(() -> !link.messages("session").isEmpty());
        String image = Base64.getEncoder().encodeToString(CandidateLink.JPEG);

        // when
        link.say(Map.of(
                "type",
                "frame",
                "data",
                Map.of("session_id", session, "timestamp", "2026-05-01T10:00:00Z", "image", image)));
        await().atMost(PATIENCE).until(() -> link.acknowledged(0));
        Caller.Reply stored = post(1, CandidateLink.JPEG);
        Caller.Reply repeated = post(1, CandidateLink.JPEG);

        // then
        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.body().get("duplicate").asBoolean()).isFalse();
        assertThat(repeated.body().get("duplicate").asBoolean()).isTrue();
        assertThat(post(2, new byte[] {1}).status()).isEqualTo(400);
        assertThat(post(2, new byte[262_145]).status()).isEqualTo(413);
        assertThat(frames(2)).extracting(FrameCaptured::getFrameSeq).containsExactly(0L, 1L);
        link.close();
    }

    @Test
    void shouldTakeFramesOverHttpInTheirOrderOnly() {
        // given
        consent(true);
        assertThat(post(1, CandidateLink.JPEG).status()).isEqualTo(409);
        assertThat(post(0, CandidateLink.JPEG).status()).isEqualTo(200);

        // when
        Caller.Reply tooEarly = post(2, CandidateLink.JPEG);
        Caller.Reply next = post(1, CandidateLink.JPEG);
        Caller.Reply again = post(2, CandidateLink.JPEG);

        // then
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.body().get("rejection").asText()).isEqualTo("OUT_OF_ORDER");
        assertThat(next.body().get("duplicate").asBoolean()).isFalse();
        assertThat(again.body().get("duplicate").asBoolean()).isFalse();
        assertThat(frames(3)).extracting(FrameCaptured::getFrameSeq).containsExactly(0L, 1L, 2L);
    }

    @Test
    void shouldShowTheCandidateTheirReadings() {
        // given
        CandidateLink link = open(door);
        await().atMost(PATIENCE).until(() -> !link.messages("session").isEmpty());
        ReadingsSnapshot readings = new ReadingsSnapshot(
                1,
                stream.toString(),
                0,
                Instant.now(),
                1,
                new ReadingsSnapshot.Face(1, 2, 3, 4),
                true,
                0,
                null,
                new ReadingsSnapshot.Emotion(Map.of("happy", 0.5f), Map.of("happy", 0.25f), "hash"),
                "ONE_FACE",
                null,
                new ReadingsSnapshot.Quality(80.0, 40.0, 30.0, -3.0, List.of("DARK")));

        // when
        stage.decider().redis().set(LiveKeys.readings(session), Json.write(readings));
        stage.decider().redis().publish(LiveKeys.readings(session), "1");

        // then
        await().atMost(PATIENCE).until(() -> !link.messages("emotion_update").isEmpty());
        JsonNode update = link.messages("emotion_update").getFirst();
        assertThat(update.at("/data/emotion/probabilities/happy").asDouble()).isEqualTo(0.5);
        assertThat(update.at("/data/emotion/smoothed/happy").asDouble()).isEqualTo(0.25);
        assertThat(update.at("/data/presence").asText()).isEqualTo("ONE_FACE");
        assertThat(update.at("/data/quality/flags/0").asText()).isEqualTo("DARK");
        link.close();
    }

    @Test
    void shouldCloseWhenTheSessionIsOver() throws Exception {
        // given
        CandidateLink link = open(door);
        await().atMost(PATIENCE).until(() -> !link.messages("session").isEmpty());

        // when
        String json = stage.decider().redis().get(LiveKeys.session(session));
        stage.decider()
                .redis()
                .set(
                        LiveKeys.session(session),
                        json.replace("IN_PROGRESS", "CANCELLED").replace("\"version\":3", "\"version\":4"));
        stage.decider().redis().publish(LiveKeys.session(session), "4");

        // then
        assertThat(link.closed().get(20, TimeUnit.SECONDS)).isEqualTo(4003);
        assertThat(candidate
                        .post("/api/v1/interviews/" + session + "/socket-ticket", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void shouldTakeTheFirstFrameAfterConsentAtOnce() {
        // given
        CandidateLink link = open(door);
        await().atMost(PATIENCE).until(() -> !link.messages("session").isEmpty());

        // when
        consent(true);
        link.frame(stream, 0, CandidateLink.JPEG);

        // then
        await().atMost(PATIENCE).until(() -> link.acknowledged(0));
        assertThat(link.messages("ack").getFirst().get("refused")).isEmpty();
        link.close();
    }

    @Test
    void shouldCloseWhenAMessageIsFarTooLarge() throws Exception {
        // given
        CandidateLink link = open(door);

        // when
        link.push(new FrameMessage(stream, 0, Instant.now(), new byte[2 << 20]).encode());

        // then
        assertThat(link.closed().get(20, TimeUnit.SECONDS)).isEqualTo(1009);
    }

    private CandidateLink open(IngestService at) {
        return CandidateLink.open(at.port(), session, CandidateLink.ticket(candidate, session))
                .hello(stream);
    }

    private void consent(boolean video) {
        Caller.Reply reply = candidate.post(
                "/api/v1/interviews/" + session + "/consent", Map.of("video", video, "text_version", "1"));
        assertThat(reply.status()).isEqualTo(200);
    }

    private Caller.Reply post(long seq, byte[] jpeg) {
        return candidate.postBytes(
                "/api/v1/interviews/" + session + "/frames",
                jpeg,
                "X-Stream",
                stream.toString(),
                "X-Seq",
                Long.toString(seq));
    }

    private static List<String> errors(CandidateLink link) {
        return link.messages("error").stream()
                .map(error -> error.get("code").asText())
                .toList();
    }

    /** This session's frames on the topic, once there are as many. */
    private List<FrameCaptured> frames(int atLeast) {
        var deserializer = stage.kafka().serdes().deserializer(Topics.FRAMES);
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.consumer(stage.kafka(), "frames-" + session)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.FRAMES.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<FrameCaptured> found = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(300)).forEach(record -> {
                    if (session.equals(record.key())) {
                        CapturedFrame frame = deserializer.deserialize(record.topic(), record.value());
                        found.add((FrameCaptured) frame.getPayload());
                    }
                });
                return found.size() >= atLeast;
            });
            return found;
        }
    }
}
