package io.colloquy.evaluator.topology;

import java.time.Duration;

/**
 * When a call is given up, and how often it is tried.
 *
 * @param timeout of one attempt
 * @param attempts most attempts at one task
 * @param pause between attempts, and before asking for keys again that could not be reached
 */
public record RetryPolicy(Duration timeout, int attempts, Duration pause) {
    public RetryPolicy {
        if (!timeout.isPositive() || attempts < 1 || pause.isNegative()) {
            throw new IllegalArgumentException(
                    "Expected a timeout above 0, at least 1 attempt and no negative pause, but got '%s', %d, '%s'"
                            .formatted(timeout, attempts, pause));
        }
    }
}
