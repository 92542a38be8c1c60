package io.colloquy.frames.vision;

import static io.colloquy.frames.vision.EyeState.CLOSED;
import static io.colloquy.frames.vision.EyeState.OPEN;
import static io.colloquy.frames.vision.EyeState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlinkWatchTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void shouldSeeOneBlinkWhenEyesCloseForAMoment() {
        // when
        List<Integer> blinks = blinksAt(33, OPEN, OPEN, CLOSED, CLOSED, CLOSED, OPEN, OPEN);
        // then
        assertThat(blinks).containsExactly(5);
    }

    @Test
    void shouldSeeTheSameBlinkAtALowFrameRate() {
        assertThat(blinksAt(200, OPEN, CLOSED, OPEN)).containsExactly(2);
    }

    @Test
    void shouldNotCountASingleOddFrameAtAHighRate() {
        assertThat(blinksAt(20, OPEN, OPEN, CLOSED, OPEN, OPEN)).isEmpty();
    }

    @Test
    void shouldNotCountEyesThatStayClosedAsABlink() {
        assertThat(blinksAt(200, OPEN, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, OPEN))
                .isEmpty();
    }

    @Test
    void shouldNotCountAClosureWhoseBeginningNobodySaw() {
        assertThat(blinksAt(100, CLOSED, CLOSED, OPEN)).isEmpty();
    }

    @Test
    void shouldBridgeFramesWithoutAnyEyes() {
        assertThat(blinksAt(50, OPEN, CLOSED, UNKNOWN, CLOSED, OPEN)).containsExactly(4);
    }

    @Test
    void shouldForgetAClosureAcrossAGapInTheStream() {
        // given
        BlinkWatch closed = BlinkWatch.NEW
                .step(START, OPEN)
                .next()
                .step(START.plusMillis(100), CLOSED)
                .next();
        // when
        BlinkWatch.Step afterGap = closed.step(START.plusMillis(1_300), OPEN);
        // then
        assertThat(afterGap.blink()).isFalse();
    }

    @Test
    void shouldChangeNothingOnAFrameThatIsNotLater() {
        // given
        BlinkWatch watch = BlinkWatch.NEW.step(START, OPEN).next();
        // when
        BlinkWatch.Step again = watch.step(START, CLOSED);
        // then
        assertThat(again).isEqualTo(new BlinkWatch.Step(watch, false));
    }

    private static List<Integer> blinksAt(int millisApart, EyeState... states) {
        List<Integer> frames = new ArrayList<>();
        BlinkWatch watch = BlinkWatch.NEW;
        for (int i = 0; i < states.length; i++) {
            BlinkWatch.Step step = watch.step(START.plusMillis((long) i * millisApart), states[i]);
            watch = step.next();
            if (step.blink()) {
                frames.add(i);
            }
        }
        return frames;
    }
}
