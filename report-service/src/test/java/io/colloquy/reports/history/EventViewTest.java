package io.colloquy.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventViewTest {

    @Test
    void shouldKeepThePlanFromWhoMustNotLookAhead() {
        EventView plan = view("QuestionsPlanned");
        EventView asked = view("QuestionAsked");

        assertThat(plan.withoutQuestionsToCome().data()).containsOnlyKeys("planner");
        assertThat(plan.withoutQuestionsToCome().seq()).isEqualTo(plan.seq());
        assertThat(asked.withoutQuestionsToCome()).isEqualTo(asked);
    }

    @Test
    void shouldKeepLabelsFromCandidates() {
        EventView label = view("AnswerLabelled");
        EventView override = view("ScoreOverridden");

        assertThat(label.withoutLabels().data()).isEmpty();
        assertThat(label.withoutLabels().type()).isEqualTo("AnswerLabelled");
        assertThat(override.withoutLabels()).isEqualTo(override);
    }

    private static EventView view(String type) {
        return new EventView(
                3, type, Instant.EPOCH, "id", "system", Map.of("questions", "secret", "planner", "openai"));
    }
}
