package io.colloquy.reports.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.Personal;
import io.colloquy.platform.sealing.Subject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LabelledAnswer.Judgement NOT_YET = new LabelledAnswer.Judgement(null, null, null, null);

    private int sessions;

    @Test
    void shouldCountForEachMachineWhereItAgreesWithPeople() {
        // given
        List<LabelledAnswer> labelled = List.of(
                answer("Why?", Label.GOOD, scored("model", 8)),
                answer("Why?", Label.PARTIAL, scored("model", 5)),
                answer("Why?", Label.WRONG, scored("model", 5)),
                answer("Why?", Label.GOOD, flagged("model")),
                answer("How?", Label.WRONG, scored("model", 9)),
                answer("How?", Label.GIBBERISH, flagged("model")),
                answer("How?", Label.OFF_TOPIC, scored("model", 2)),
                answer("Why?", Label.GOOD, scored("another", 1)),
                answer("Why?", Label.GOOD, NOT_YET));

        // when
        Calibration calibration = Calibration.of(labelled);

        // then
        assertThat(calibration.answers()).isEqualTo(9);
        assertThat(calibration.unsettled()).isEqualTo(1);
        assertThat(calibration.evaluators())
                .extracting(Calibration.Evaluator::model)
                .containsExactly("another", "model");
        Calibration.Evaluator model = calibration.evaluators().getLast();
        assertThat(model.labels())
                .containsExactly(
                        new Calibration.OfLabel("good", 2, 1, 8.0),
                        new Calibration.OfLabel("partial", 1, 1, 5.0),
                        new Calibration.OfLabel("wrong", 2, 2, 7.0),
                        new Calibration.OfLabel("off_topic", 1, 1, 2.0),
                        new Calibration.OfLabel("gibberish", 1, 0, null));
        // In order: 8 before both fives. Not: the two fives, and the flagged good answer before nothing.
        assertThat(model.pairs()).isEqualTo(new Calibration.Share(2, 5, 0.4));
        assertThat(model.flagged()).isEqualTo(new Calibration.Share(1, 2, 0.5));
        assertThat(model.falselyFlagged()).isEqualTo(new Calibration.Share(1, 5, 0.2));
        assertThat(calibration.evaluators().getFirst().pairs()).isEqualTo(new Calibration.Share(0, 0, null));
    }

    @Test
    void shouldTakeWhatMostPeopleSayAndOfEqualsTheLast() {
        assertThat(Consensus.of(List.of(row(Label.WRONG, 3), row(Label.GOOD, 2), row(Label.GOOD, 1))))
                .isEqualTo(Label.GOOD);
        assertThat(Consensus.of(List.of(row(Label.GOOD, 1), row(Label.WRONG, 3))))
                .isEqualTo(Label.WRONG);
    }

    private LabelledAnswer answer(String question, Label label, LabelledAnswer.Judgement judgement) {
        return new LabelledAnswer(
                new Subject("organisation", "session-" + sessions++),
                new LabelledAnswer.Asked("en", "Engineer", "TECHNICAL", question, List.of("a point")),
                new Personal("test", "answer", ByteBuffer.allocate(12), ByteBuffer.allocate(0)),
                judgement,
                List.of(row(label, 1)));
    }

    private static LabelRow row(Label label, int minute) {
        return new LabelRow("q1", label, "person-" + minute, null, NOON.plusSeconds(60L * minute));
    }

    private static LabelledAnswer.Judgement scored(String model, double overall) {
        return new LabelledAnswer.Judgement("SCORED", overall, "provider", model);
    }

    private static LabelledAnswer.Judgement flagged(String model) {
        return new LabelledAnswer.Judgement("NOT_GRADABLE", null, "provider", model);
    }
}
