package io.colloquy.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.colloquy.ingest.IngestService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What goes on, and what is refused, while something is away; in this order, because Redis does not come back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IngestOutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static IngestStage stage;
    private static IngestService door;

    @BeforeAll
    static void start() throws Exception {
        stage = new IngestStage(folder);
        door = stage.door(Map.of());
        stage.seed(door);
    }

    @AfterAll
    static void stop() {
        door.close();
        stage.close();
    }

    @Test
    @Order(1)
    void shouldLetACandidateGoOnWithoutPostgres() throws Exception {
        // given
        Caller candidate = new Caller(door.port()).signedIn("candidate@acme.example");
        String path = "/api/v1/interviews/" + candidate.start();
        stage.execute("alter role colloquy_ingest nologin");
        stage.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'colloquy_ingest'");

        // when
        Caller.Reply consent = candidate.post(path + "/consent", Map.of("video", true, "text_version", "1"));
        Caller.Reply answer = candidate.post(path + "/answers", Map.of("question_id", "q1", "text", "a log"));
        Caller.Reply frame = candidate.postBytes(
                path + "/frames",
                CandidateLink.JPEG,
                "X-Stream",
                UUID.randomUUID().toString(),
                "X-Seq",
                "0");
        Caller.Reply signIn = new Caller(door.port())
                .post(
                        "/api/v1/auth/login",
                        Map.of("email", "candidate@acme.example", "password", IngestStage.PASSWORD));
        Caller.Reply ready = candidate.get("/health/ready");
        stage.execute("alter role colloquy_ingest login");

        // then
        assertThat(consent.status()).isEqualTo(200);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(frame.status()).isEqualTo(200);
        assertThat(signIn.status()).isEqualTo(503);
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body().get("observed").get("postgres").asBoolean()).isFalse();
    }

    @Test
    @Order(2)
    void shouldRefuseWhatCannotBeCheckedWithoutRedis() throws Exception {
        // given
        Caller candidate = new Caller(door.port()).signedIn("candidate@acme.example");
        String session = candidate.start();
        String path = "/api/v1/interviews/" + session;
        candidate.post(path + "/consent", Map.of("video", true, "text_version", "1"));
        UUID stream = UUID.randomUUID();
        CandidateLink link = CandidateLink.open(door.port(), session, CandidateLink.ticket(candidate, session))
                .hello(stream);
        await().atMost(PATIENCE).until(() -> !link.messages("welcome").isEmpty());

        // when
        stage.stack().redisProcess().destroyForcibly();
        await().atMost(PATIENCE).until(() -> candidate.get("/health/ready").status() == 503);
        Caller.Reply answer = candidate.post(path + "/answers", Map.of("question_id", "q1", "text", "a log"));
        Caller.Reply signIn = new Caller(door.port())
                .post(
                        "/api/v1/auth/login",
                        Map.of("email", "candidate@acme.example", "password", IngestStage.PASSWORD));
        int[] seq = {0};

        // then
        assertThat(answer.status()).isEqualTo(503);
        assertThat(signIn.status()).isEqualTo(503);
        assertThat(candidate.get("/api/v1/auth/me").status()).isEqualTo(200);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            link.frame(stream, seq[0]++, CandidateLink.JPEG);
            return link.heard("ack", ack -> ack.get("refused").toString().contains("UNCHECKED"));
        });
        link.close();
    }
}
