package io.colloquy.frames.vision;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What a frame told of the candidate's eyes, and what is known of them afterwards. Pure.
 *
 * @param blink whether one ended at this frame
 */
record Eyes(EyeState state, boolean blink, EyeCalibration calibration, BlinkWatch watch, BlinkRate rate) {

    /** Takes in a frame's score, see {@link EyeModel#closedness}; empty where no eye could be looked at. */
    static Eyes of(OptionalDouble closedness, Instant at, Track previous) {
        if (closedness.isEmpty()) {
            BlinkWatch watch = previous.blinks().step(at, EyeState.UNKNOWN).next();
            return new Eyes(EyeState.UNKNOWN, false, previous.calibration(), watch, previous.blinkRate());
        }
        double score = closedness.getAsDouble();
        EyeCalibration calibration = previous.calibration().step(at, score);
        EyeState state = calibration.judge(score);
        BlinkWatch.Step step = previous.blinks().step(at, state);
        BlinkRate rate = previous.at()
                .map(before -> previous.blinkRate().step(before, at, step.blink()))
                .orElse(previous.blinkRate());
        return new Eyes(state, step.blink(), calibration, step.next(), rate);
    }
}
