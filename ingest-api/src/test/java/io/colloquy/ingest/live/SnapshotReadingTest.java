package io.colloquy.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.live.SessionState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotReadingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void shouldPassOverWhatALaterProjectorSaysBesides() {
        // given
        SessionSnapshot snapshot = snapshot();
        ObjectNode later = Json.MAPPER.valueToTree(snapshot);
        later.findParents("emotion").forEach(SnapshotReadingTest::extend);
        later.findParents("given").forEach(SnapshotReadingTest::extend);
        later.findParents("planner").forEach(SnapshotReadingTest::extend);
        later.findParents("category").forEach(SnapshotReadingTest::extend);
        later.findParents("outcome").forEach(SnapshotReadingTest::extend);
        extend(later);

        // when
        SessionSnapshot read = Json.read(later.toString(), SessionSnapshot.class);

        // then
        assertThat(later.findValues("of_a_later_version")).hasSize(6);
        assertThat(read).isEqualTo(snapshot);
    }

    private static void extend(Object object) {
        ((ObjectNode) object).put("of_a_later_version", true);
    }

    private static SessionSnapshot snapshot() {
        return new SessionSnapshot(
                7,
                "session",
                "organisation",
                null,
                SessionState.IN_PROGRESS,
                NOON,
                NOON,
                "Nurse",
                "en",
                new SessionSnapshot.PolicyView("OFF", true, false),
                new SessionSnapshot.ConsentView(true, false, 3),
                1,
                new SessionSnapshot.CurrentQuestion("q1", "Why?", "ethics", "TECHNICAL", 1, 120),
                List.of(new SessionSnapshot.QuestionView("q1", 1, "ASKED", null, null, null, null)),
                false,
                null,
                new SessionSnapshot.PlannedByView("bank", null, "1"));
    }
}
