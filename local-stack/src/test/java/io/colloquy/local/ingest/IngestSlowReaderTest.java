package io.colloquy.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.colloquy.ingest.IngestService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader who takes nothing is cut off; nobody else notices. */
class IngestSlowReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void shouldCutOffAReaderWhoTakesNothing() throws Exception {
        // given
        Caller candidate = new Caller(door.port()).signedIn("candidate@acme.example");
        String stalled = candidate.start();
        String other = candidate.start();
        CandidateLink link = CandidateLink.open(door.port(), other, CandidateLink.ticket(candidate, other))
                .hello(UUID.randomUUID());
        await().atMost(PATIENCE).until(() -> !link.messages("welcome").isEmpty());

        // when
        try (StalledReader reader = new StalledReader(door.port(), stalled, CandidateLink.ticket(candidate, stalled))) {
            reader.say("{\"type\":\"hello\",\"stream\":\"" + UUID.randomUUID() + "\"}");
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> cutOff(reader));
        }

        // then
        assertThat(door.metrics().scrape()).contains("code=\"4008\"");
        link.say(Map.of("type", "ping"));
        await().atMost(PATIENCE).until(() -> !link.messages("pong").isEmpty());
        assertThat(link.closed()).isNotDone();
        link.close();
    }

    /** Asks for a thousand answers that nobody reads; true once the door has hung up. */
    private static boolean cutOff(StalledReader reader) {
        try {
            for (int i = 0; i < 1_000; i++) {
                reader.say("{\"type\":\"ping\"}");
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
