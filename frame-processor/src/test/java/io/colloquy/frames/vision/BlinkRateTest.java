package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BlinkRateTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void shouldSayNothingBeforeTwentySecondsWereSeen() {
        assertThat(after(95, 200, 10).perMinute(START.plusSeconds(19))).isEmpty();
        assertThat(after(105, 200, 10).perMinute(START.plusSeconds(21)).orElseThrow())
                .isCloseTo(30, within(3.0));
    }

    @Test
    void shouldCountTheLastMinuteOnly() {
        // given: two minutes with a blink every two seconds, then one without
        BlinkRate rate = after(600, 200, 10);
        // when
        for (int i = 600; i < 960; i++) {
            rate = rate.step(at(i, 200), at(i + 1, 200), false);
        }
        // then
        assertThat(rate.perMinute(at(960, 200)).orElseThrow()).isZero();
    }

    @Test
    void shouldSayNothingAtOneFrameASecond() {
        assertThat(after(120, 1_000, 2).perMinute(START.plusSeconds(120))).isEmpty();
    }

    @Test
    void shouldForgetWhenNothingWasSeenForAMinute() {
        assertThat(after(300, 200, 10).perMinute(START.plusSeconds(125))).isEmpty();
    }

    /** The first so many frames, with a blink ending at each {@code every}-th. */
    private static BlinkRate after(int frames, int millisApart, int every) {
        BlinkRate rate = BlinkRate.NEW;
        for (int i = 0; i < frames; i++) {
            rate = rate.step(at(i, millisApart), at(i + 1, millisApart), i % every == every - 1);
        }
        return rate;
    }

    private static Instant at(int frame, int millisApart) {
        return START.plusMillis((long) frame * millisApart);
    }
}
