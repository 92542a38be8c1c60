package io.colloquy.frames.vision;

import java.time.Duration;
import java.time.Instant;

/**
 * Probabilities averaged over time, older frames counting less: a frame loses two thirds of its weight every
 * {@code 0.8 s}, whatever the frame rate. Immutable; {@link #step} is pure.
 *
 * @param at capture time of the last frame that was taken in
 * @param value the average so far
 */
public record Smoothing(Instant at, Probabilities value) {
    private static final Duration MEMORY = Duration.ofMillis(800);
    private static final Duration FORGOTTEN = Duration.ofSeconds(5);

    /** Takes in one frame. A frame that is not later than the last one changes nothing. */
    public Smoothing step(Instant later, Probabilities now) {
        if (!later.isAfter(at)) {
            return this;
        }
        Duration passed = Duration.between(at, later);
        if (passed.compareTo(FORGOTTEN) > 0) {
            return new Smoothing(later, now);
        }
        double share = 1 - Math.exp(-passed.toNanos() / (double) MEMORY.toNanos());
        return new Smoothing(later, value.towards(now, share));
    }
}
