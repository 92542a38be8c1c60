package io.colloquy.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param pairs of ceiling and system, one after the other; one more is run first and thrown away
 * @param warmUp before each measured window
 * @param window of each measurement
 * @param sessions interviews that send at once
 * @param threads of the vision loop and of the stream
 */
public record Plan(int pairs, Duration warmUp, Duration window, int sessions, int threads) {

    public Plan {
        if (pairs < 1 || window.isNegative() || window.isZero() || sessions < 1 || threads < 1) {
            throw new IllegalArgumentException("Expected at least one pair, session and thread and a window, but got "
                    + pairs + " pairs, " + sessions + " sessions, " + threads + " threads, " + window);
        }
    }

    /** From the beginning of a measurement to its end. */
    Duration whole() {
        return warmUp.plus(window);
    }
}
