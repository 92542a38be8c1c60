package io.colloquy.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.colloquy.frames.vision.DrawnFace;
import io.colloquy.ingest.IngestConfig;
import io.colloquy.ingest.IngestService;
import io.colloquy.local.LocalPlatform;
import io.colloquy.local.Service;
import io.colloquy.local.SignIn;
import io.colloquy.local.demo.Latencies;
import io.colloquy.local.demo.PublicApi;
import io.colloquy.local.support.LiveReadings;
import io.colloquy.local.support.Tables;
import io.colloquy.local.support.TopicLog;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.kafka.KafkaClients;
import io.colloquy.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A frame that comes five times, at two doors and on the topic itself, is in the read model and in the live view once. */
@ExtendWith(FaultPlatform.Extension.class)
class RepeatedFramesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FRAMES = 10;
    private static final int TIMES = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String stream = UUID.randomUUID().toString();

    @Test
    void shouldBeStoredOnce(FaultPlatform faults) throws Exception {
        // given
        LocalPlatform platform = faults.platform();
        TopicLog log = new TopicLog(platform);
        Tables tables = new Tables(platform);
        SignIn signIn = faults.newCandidate();
        PublicApi api = new PublicApi(http, faults.target(), new Latencies());
        String token = api.signIn(signIn.email(), signIn.password())
                .path("access_token")
                .asText();
        String session = api.command(
                        "/api/v1/interviews/start",
                        PublicApi.object()
                                .put("job_title", "Software engineer")
                                .put("question_count", 1)
                                .put("recruitment", false))
                .path("session_id")
                .asText();
        api.command(
                "/api/v1/interviews/" + session + "/consent",
                PublicApi.object().put("video", true).put("text_version", "1"));

        awaitEmotionModel(platform);

        // when
        try (IngestService other = new IngestService(Settings.read(otherDoor(platform), IngestConfig::from))) {
            List<String> doors = List.of(platform.url(Service.INGEST), "http://localhost:" + other.port());
            for (int frame = 0; frame < FRAMES; frame++) {
                for (int time = 0; time < TIMES; time++) {
                    send(doors.get(time % doors.size()), token, session, frame);
                }
            }
            assertThat(log.of(Topics.FRAMES, session)).as("on the topic").hasSize(FRAMES);
            repeatOnTheTopic(log, session);
            send(doors.getFirst(), token, session, FRAMES);
        }

        // then
        List<String> once =
                IntStream.rangeClosed(0, FRAMES).mapToObj(Integer::toString).toList();
        for (String table : List.of("frame_readings", "emotion_readings")) {
            String rows = "select frame_seq from readmodel." + table + " where session_id = ? order by frame_seq";
            await(table)
                    .atMost(PATIENCE)
                    .until(() -> tables.rows(rows, UUID.fromString(session)).contains(Integer.toString(FRAMES)));
            assertThat(tables.rows(rows, UUID.fromString(session))).as(table).isEqualTo(once);
        }
        assertThat(log.of(Topics.FRAME_READINGS, session)).hasSize(FRAMES * TIMES + 1);
        LiveReadings.assertAsStored(platform, session);
    }

    /** Until then frames are read without the expression. */
    private void awaitEmotionModel(LocalPlatform platform) {
        HttpRequest metrics = HttpRequest.newBuilder(URI.create(platform.url(Service.FRAMES) + "/metrics"))
                .build();
        await("emotion model")
                .atMost(PATIENCE)
                .until(() -> http.send(metrics, BodyHandlers.ofString()).body().contains("emotion_model_loaded 1.0"));
    }

    /** As a producer does that cannot know whether it was heard. */
    private static void repeatOnTheTopic(TopicLog log, String session) throws Exception {
        List<ConsumerRecord<String, byte[]>> stored = log.of(Topics.FRAMES.name(), session);
        try (var producer = KafkaClients.producer(log.kafka(), "test-repeats", Duration.ofSeconds(10))) {
            for (int time = 1; time < TIMES; time++) {
                for (ConsumerRecord<String, byte[]> frame : stored) {
                    producer.send(new ProducerRecord<>(
                                    frame.topic(),
                                    null,
                                    frame.timestamp(),
                                    frame.key(),
                                    frame.value(),
                                    frame.headers()))
                            .get();
                }
            }
        }
    }

    private void send(String door, String token, String session, int frame) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(door + "/api/v1/interviews/" + session + "/frames"))
                .header("Authorization", "Bearer " + token)
                .header("X-Stream", stream)
                .header("X-Seq", Integer.toString(frame))
                .POST(BodyPublishers.ofByteArray(DrawnFace.jpeg(frame)))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private static Map<String, String> otherDoor(LocalPlatform platform) {
        Map<String, String> environment = new HashMap<>(platform.environment().of(Service.INGEST));
        environment.put("COLLOQUY_HTTP_PORT", "0");
        return environment;
    }
}
