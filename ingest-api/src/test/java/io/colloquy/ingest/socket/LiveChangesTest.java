package io.colloquy.ingest.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.schemas.live.ReadingsSnapshot;
import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.live.SessionSnapshot.CurrentQuestion;
import io.colloquy.schemas.live.SessionSnapshot.PolicyView;
import io.colloquy.schemas.live.SessionSnapshot.QuestionView;
import io.colloquy.schemas.live.SessionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveChangesTest {
    private static final CurrentQuestion FIRST = new CurrentQuestion("q1", "?", "c", "k", 1, 60);
    private static final CurrentQuestion SECOND = new CurrentQuestion("q2", "?", "c", "k", 2, 60);
    private static final QuestionView ASKED = new QuestionView("q1", 1, "ASKED", null, null, null, null);
    private static final QuestionView SCORED =
            new QuestionView("q1", 1, "ANSWERED", "SCORED", 7.5, "ollama", "llama3.1");

    @Test
    void shouldTellTheWholeSessionFirst() {
        // when, then
        assertThat(LiveChanges.of(null, session(3, FIRST, SCORED)))
                .extracting(ServerMessage::type)
                .containsExactly("session");
    }

    @Test
    void shouldTellANewQuestionAndANewScore() {
        // when
        List<ServerMessage> messages = LiveChanges.of(session(3, FIRST, ASKED), session(5, SECOND, SCORED));

        // then
        assertThat(messages).extracting(ServerMessage::kind).containsExactly("session", "question", "score/q1");
        assertThat(messages.getLast().json())
                .isEqualTo("{\"type\":\"score\",\"data\":{\"question_id\":\"q1\",\"outcome\":\"SCORED\","
                        + "\"overall\":7.5,\"provider\":\"ollama\",\"model\":\"llama3.1\"}}");
    }

    @Test
    void shouldTellNothingTwiceAndNothingOld() {
        // when, then
        assertThat(LiveChanges.of(session(5, SECOND, SCORED), session(5, SECOND, SCORED)))
                .isEmpty();
        assertThat(LiveChanges.of(session(5, SECOND, SCORED), session(4, FIRST, ASKED)))
                .isEmpty();
        assertThat(LiveChanges.of(session(5, SECOND, SCORED), session(6, SECOND, SCORED)))
                .extracting(ServerMessage::type)
                .containsExactly("session");
    }

    @Test
    void shouldShowReadingsAsThePolicyAllows() {
        // when, then
        assertThat(LiveChanges.visible(under("PRACTICE", true), readings())).hasValueSatisfying(it -> {
            assertThat(it.emotion()).isNotNull();
            assertThat(it.face()).isNotNull();
        });
        assertThat(LiveChanges.visible(under("OFF", true), readings())).hasValueSatisfying(it -> {
            assertThat(it.emotion()).isNull();
            assertThat(it.face()).isNotNull();
        });
        assertThat(LiveChanges.visible(under("PRACTICE", false), readings())).hasValueSatisfying(it -> {
            assertThat(it.emotion()).isNotNull();
            assertThat(it.face()).isNull();
            assertThat(it.eyesOpen()).isNull();
        });
        assertThat(LiveChanges.visible(under("OFF", false), readings())).isEmpty();
        assertThat(LiveChanges.visible(under("SOMETHING_NEW", false), readings()))
                .isEmpty();
        assertThat(LiveChanges.visible(under("REVIEWER", false), readings()))
                .hasValueSatisfying(it -> assertThat(it.emotion()).isNotNull());
    }

    @Test
    void shouldGoOnUntilACompletedSessionIsEvaluated() {
        // when, then
        assertThat(LiveChanges.over(ended(SessionState.IN_PROGRESS, false))).isFalse();
        assertThat(LiveChanges.over(ended(SessionState.COMPLETED, false))).isFalse();
        assertThat(LiveChanges.over(ended(SessionState.COMPLETED, true))).isTrue();
        assertThat(LiveChanges.over(ended(SessionState.EXPIRED, false))).isTrue();
    }

    private static SessionSnapshot session(long version, CurrentQuestion current, QuestionView question) {
        return session(version, SessionState.IN_PROGRESS, new PolicyView("OFF", true, true), current, question, false);
    }

    private static SessionSnapshot under(String emotion, boolean faces) {
        return session(1, SessionState.IN_PROGRESS, new PolicyView(emotion, faces, false), FIRST, ASKED, false);
    }

    private static SessionSnapshot ended(SessionState state, boolean evaluated) {
        return session(1, state, new PolicyView("OFF", true, true), null, SCORED, evaluated);
    }

    private static SessionSnapshot session(
            long version,
            SessionState state,
            PolicyView policy,
            CurrentQuestion current,
            QuestionView question,
            boolean evaluated) {
        return new SessionSnapshot(
                version,
                "s",
                "o",
                "c",
                state,
                Instant.EPOCH,
                Instant.EPOCH,
                "job",
                "en",
                policy,
                null,
                1,
                current,
                List.of(question),
                evaluated,
                null,
                null);
    }

    private static ReadingsSnapshot readings() {
        return new ReadingsSnapshot(
                1,
                "stream",
                7,
                Instant.EPOCH,
                1,
                new ReadingsSnapshot.Face(1, 2, 3, 4),
                true,
                2,
                null,
                new ReadingsSnapshot.Emotion(Map.of("happy", 1f), Map.of("happy", 1f), "hash"),
                "ONE_FACE",
                12.0,
                new ReadingsSnapshot.Quality(80.0, 120.0, 40.0, null, List.of("EYES_NOT_FOUND")));
    }
}
