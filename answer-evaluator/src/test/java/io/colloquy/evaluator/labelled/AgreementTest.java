package io.colloquy.evaluator.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.labelled.Agreement.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void shouldCompareOnlyAnswersToTheSameQuestion() {
        // given
        List<Judged> judged = List.of(
                scored("a", "q1", Label.GOOD, 8),
                scored("b", "q1", Label.WRONG, 3),
                scored("c", "q2", Label.PARTIAL, 9));

        // when
        Agreement agreement = Agreement.of(judged);

        // then
        assertThat(agreement.pairs())
                .containsEntry(Agreement.ALL, new Share(1, 1))
                .containsEntry("en", new Share(1, 1));
    }

    @Test
    void shouldTakeEqualScoresAndFlaggedAnswersForOutOfOrder() {
        // given
        List<Judged> judged = List.of(
                new Judged("a", "q1", "en", Label.GOOD, "OFF_TOPIC", -1, 0),
                scored("b", "q1", Label.PARTIAL, 5),
                scored("c", "q1", Label.WRONG, 5));

        // when
        Agreement agreement = Agreement.of(judged);

        // then
        assertThat(agreement.pairs()).containsEntry(Agreement.ALL, new Share(0, 3));
        assertThat(agreement.falselyFlaggedInAll()).isEqualTo(new Share(1, 3));
    }

    @Test
    void shouldCountFlagsByLabelAndLanguage() {
        // given
        List<Judged> judged = List.of(
                new Judged("a", "q1", "de", Label.GIBBERISH, "GIBBERISH", -1, 0),
                scored("b", "q1", Label.GIBBERISH, 4));

        // when
        Agreement agreement = Agreement.of(judged);

        // then
        assertThat(agreement.flagged().get(Label.GIBBERISH))
                .containsEntry(Agreement.ALL, new Share(1, 2))
                .containsEntry("de", new Share(1, 1))
                .containsEntry("en", new Share(0, 1));
        assertThat(agreement.flaggedInAll()).isEqualTo(new Share(1, 2));
    }

    private static Judged scored(String id, String question, Label label, double score) {
        return new Judged(id, question, "en", label, "scored", score, 0.5);
    }
}
