package io.colloquy.frames.overload;

import java.time.Duration;

/**
 * How long frames may wait. Ages count from ingest's receipt, by its clock.
 *
 * @param late a frame older than this is left out if a newer one of its session is queued behind it
 * @param most no frame older than this is looked at, so that nothing newer has to wait longer
 */
public record AgeLimits(Duration late, Duration most) {
    /** Longer than a pause of the collector, shorter than what a person takes for a frozen picture. */
    public static final Duration DEFAULT_LATE = Duration.ofSeconds(1);

    /** Longer than a restart after a kill (8 s at most in the tests), and the most that a live view may lie behind. */
    public static final Duration DEFAULT_MOST = Duration.ofSeconds(10);

    public AgeLimits {
        if (late.isNegative() || late.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "Expected frames to be late at an age from 0 to the most allowed, but got %s and at most %s"
                            .formatted(late, most));
        }
    }
}
