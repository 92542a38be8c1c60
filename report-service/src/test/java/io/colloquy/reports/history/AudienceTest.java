package io.colloquy.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.AnswerLabel;
import io.colloquy.events.AnswerLabelled;
import io.colloquy.events.CommandRejected;
import io.colloquy.events.SessionEvent;
import io.colloquy.events.SessionPaused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AudienceTest {
    private final Audience staff = new Audience(true, "reviewer");
    private final Audience candidate = new Audience(false, "candidate");

    @Test
    void shouldKeepThePlanFromWhoMustNotLookAhead() {
        EventView plan = view("QuestionsPlanned", "system", Map.of("questions", "secret", "planner", "openai"));
        EventView asked = view("QuestionAsked", "system", Map.of("questions", "kept"));

        assertThat(candidate.shown(plan).data()).containsOnlyKeys("planner");
        assertThat(candidate.shown(plan).seq()).isEqualTo(plan.seq());
        assertThat(candidate.shown(asked)).isEqualTo(asked);
        assertThat(staff.shown(plan)).isEqualTo(plan);
    }

    @Test
    void shouldTellCandidatesThatSomebodyOverrodeAScoreAndWhyButNotWho() {
        EventView override =
                view("ScoreOverridden", "reviewer", Map.of("overall", 9, "reason", "why", "reviewer_id", "reviewer"));

        EventView shown = candidate.shown(override);

        assertThat(shown.data()).containsOnlyKeys("overall", "reason");
        assertThat(shown.actorId()).isEqualTo("staff");
        assertThat(staff.shown(override)).isEqualTo(override);
    }

    @Test
    void shouldTellCandidatesWhatTheyDidThemselves() {
        assertThat(candidate.shown(view("SessionPaused", "candidate", Map.of())).actorId())
                .isEqualTo("candidate");
        assertThat(candidate.shown(view("SessionExpired", "system", Map.of())).actorId())
                .isEqualTo("system");
        assertThat(candidate.shown(view("Unreadable", null, Map.of())).actorId())
                .isNull();
    }

    @Test
    void shouldTellCandidatesNothingOfLabels() {
        DecodedEvent paused = decoded(new SessionPaused());
        DecodedEvent labelled = decoded(new AnswerLabelled("q1", "a1", AnswerLabel.GOOD, "labeller", null));
        DecodedEvent refused = decoded(new CommandRejected("c1", "LabelAnswer", "INVALID_STATE", "Expected"));
        DecodedEvent other = decoded(new CommandRejected("c2", "SubmitAnswer", "INVALID_STATE", "Expected"));
        DecodedEvent unreadable = new DecodedEvent(paused.stored(), null);
        List<DecodedEvent> all = List.of(paused, labelled, refused, other, unreadable);

        assertThat(candidate.told(all)).containsExactly(paused, other, unreadable);
        assertThat(staff.told(all)).isEqualTo(all);
    }

    private static DecodedEvent decoded(Object payload) {
        SessionEvent event = new SessionEvent("e", "s", "o", 1L, Instant.EPOCH, null, "c", null, "system", payload);
        return new DecodedEvent(new StoredEvent(1, new byte[0]), event);
    }

    private static EventView view(String type, String actorId, Map<String, Object> data) {
        return new EventView(3, type, Instant.EPOCH, "id", actorId, data);
    }
}
