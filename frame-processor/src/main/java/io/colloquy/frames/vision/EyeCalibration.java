package io.colloquy.frames.vision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person's open eyes look like to the model. It differs from person to person (glasses, make-up, light), so
 * closed means: clearly more closed than this person's eyes usually are. Immutable; {@link #step} is pure.
 *
 * @param usual the score of open eyes, see {@link EyeModel#closedness}; it falls quickly and rises slowly, because eyes
 *     are mostly open
 * @param last capture time of the last frame that was taken in
 */
public record EyeCalibration(double usual, Optional<Instant> last) {
    /** Before anything is known of the person. */
    public static final EyeCalibration NEW = new EyeCalibration(-1.5, Optional.empty());

    /** How far above the usual score closed eyes are. */
    static final double CLEARLY = 1.1;

    private static final double FALLS_WITHIN_SECONDS = 1;
    private static final double RISES_WITHIN_SECONDS = 20;

    /** What a score means for this person. */
    public EyeState judge(double closedness) {
        return closedness > usual + CLEARLY ? EyeState.CLOSED : EyeState.OPEN;
    }

    /** Takes in the score of one frame. A frame that is not later than the last one changes nothing. */
    public EyeCalibration step(Instant at, double closedness) {
        if (last.isEmpty()) {
            return new EyeCalibration(usual, Optional.of(at));
        }
        if (!at.isAfter(last.get())) {
            return this;
        }
        double seconds = Math.min(1, Duration.between(last.get(), at).toNanos() / 1e9);
        double within = closedness < usual ? FALLS_WITHIN_SECONDS : RISES_WITHIN_SECONDS;
        double moved = usual + (closedness - usual) * (1 - Math.exp(-seconds / within));
        return new EyeCalibration(Math.clamp(moved, -2.5, 0.5), Optional.of(at));
    }
}
