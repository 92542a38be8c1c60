package io.colloquy.frames.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final List<float[]> PROBABILITIES =
            List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {0.2f, 0.8f}, new float[] {0.2f, 0.8f});

    private final Measures measures = Measures.of(PROBABILITIES, List.of(0, 0, 1, 1));

    @Test
    void shouldCountWhatWasChosen() {
        assertThat(measures.confusion()).containsExactly(List.of(1, 1), List.of(0, 2));
        assertThat(measures.pictures()).isEqualTo(4);
        assertThat(measures.accuracy()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void shouldTellPrecisionFromRecall() {
        assertThat(measures.precision(0)).isCloseTo(1, within(1e-9));
        assertThat(measures.recall(0)).isCloseTo(0.5, within(1e-9));
        assertThat(measures.precision(1)).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(measures.f1(0)).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(measures.macroRecall()).isCloseTo(0.75, within(1e-9));
        assertThat(measures.macroF1()).isCloseTo((2 / 3.0 + 0.8) / 2, within(1e-9));
    }

    @Test
    void shouldSayHowFarProbabilitiesAreFromTheTruth() {
        // two choices of probability 1, one of them right, and two of 0.8, both right: (1 + 0.4) / 4
        assertThat(measures.calibrationError()).isCloseTo(0.35, within(1e-6));
    }

    @Test
    void shouldLeaveOutClassesThatDoNotOccur() {
        Measures onlyOne = Measures.of(List.of(new float[] {0.9f, 0.1f}), List.of(0));
        assertThat(onlyOne.macroRecall()).isEqualTo(1);
        assertThat(onlyOne.recall(1)).isZero();
    }

    @Test
    void shouldSharpenWhatIsTooModestAndLeaveTheChoices() {
        // given: always right at six tenths
        List<float[]> modest = List.of(new float[] {0.6f, 0.4f}, new float[] {0.4f, 0.6f});
        // then
        assertThat(Sharpness.fit(modest, List.of(0, 1))).isGreaterThan(2);
        // given: right half the time at nine tenths
        List<float[]> bold = List.of(new float[] {0.9f, 0.1f}, new float[] {0.9f, 0.1f});
        // then
        assertThat(Sharpness.fit(bold, List.of(0, 1))).isLessThan(1);
    }
}
