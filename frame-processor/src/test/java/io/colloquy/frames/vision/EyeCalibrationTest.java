package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EyeCalibrationTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void shouldJudgeAStrangerByTheUsualEyes() {
        assertThat(EyeCalibration.NEW.judge(-1.8)).isEqualTo(EyeState.OPEN);
        assertThat(EyeCalibration.NEW.judge(0.4)).isEqualTo(EyeState.CLOSED);
    }

    @Test
    void shouldLearnThatThisPersonsOpenEyesLookRatherClosed() {
        // given
        EyeCalibration calibration = EyeCalibration.NEW;
        // when
        for (int i = 0; i < 600; i++) {
            calibration = calibration.step(START.plusMillis(i * 100L), -0.2);
        }
        // then
        assertThat(calibration.judge(-0.2)).isEqualTo(EyeState.OPEN);
        assertThat(calibration.judge(1.2)).isEqualTo(EyeState.CLOSED);
    }

    @Test
    void shouldNotLearnFromAShortClosure() {
        // given
        EyeCalibration calibration = EyeCalibration.NEW;
        // when
        for (int i = 0; i < 5; i++) {
            calibration = calibration.step(START.plusMillis(i * 100L), 0.5);
        }
        // then
        assertThat(calibration.judge(0.5)).isEqualTo(EyeState.CLOSED);
    }

    @Test
    void shouldChangeNothingOnAFrameThatIsNotLater() {
        EyeCalibration calibration = EyeCalibration.NEW.step(START, -2);
        assertThat(calibration.step(START, 2)).isSameAs(calibration);
    }
}
