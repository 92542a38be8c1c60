package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SmoothingTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Probabilities HAPPY = Probabilities.of(new float[] {0, 0, 0, 1, 0, 0, 0});
    private static final Probabilities SAD = Probabilities.of(new float[] {0, 0, 0, 0, 1, 0, 0});

    @Test
    void shouldMoveByTheTimePassedAndNotByTheNumberOfFrames() {
        // given
        Smoothing slow = new Smoothing(START, HAPPY);
        Smoothing fast = slow;
        // when
        for (int i = 1; i <= 10; i++) {
            fast = fast.step(START.plusMillis(i * 80L), SAD);
        }
        slow = slow.step(START.plusMillis(800), SAD);
        // then
        assertThat(fast.value().of(Emotion.SAD)).isCloseTo(slow.value().of(Emotion.SAD), within(1e-4f));
        assertThat(slow.value().of(Emotion.SAD)).isCloseTo(0.632f, within(1e-3f));
    }

    @Test
    void shouldStayProbabilities() {
        // when
        Smoothing mixed = new Smoothing(START, HAPPY).step(START.plusMillis(300), SAD);
        // then
        assertThat(mixed.value().values().stream()
                        .mapToDouble(Float::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void shouldBeginAnewAfterALongGap() {
        assertThat(new Smoothing(START, HAPPY).step(START.plusSeconds(6), SAD).value())
                .isEqualTo(SAD);
    }

    @Test
    void shouldChangeNothingOnAFrameThatIsNotLater() {
        Smoothing smoothing = new Smoothing(START, HAPPY);
        assertThat(smoothing.step(START.minusMillis(1), SAD)).isSameAs(smoothing);
    }
}
