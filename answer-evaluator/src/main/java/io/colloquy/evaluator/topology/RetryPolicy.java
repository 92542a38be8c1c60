package io.colloquy.evaluator.topology;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a call is given up, how often it is tried, and how long it rests in between. It rests in the pending store, where it
 * holds no place in a lane and survives a restart.
 *
 * @param timeout of one attempt, and the longest that a provider may ask us to wait
 * @param attempts most attempts at one task with one provider
 * @param pause before the second attempt, and before asking for keys again that could not be reached; doubled each time
 * @param awaited of all attempts together at a task that somebody waits for, before its last resort
 */
public record RetryPolicy(Duration timeout, int attempts, Duration pause, Duration awaited) {
    private static final int MOST_DOUBLINGS = 6;

    public RetryPolicy {
        if (!timeout.isPositive() || attempts < 1 || pause.isNegative() || !awaited.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected timeouts above 0, at least 1 attempt and no negative pause, but got '%s', %d, '%s', '%s'"
                            .formatted(timeout, attempts, pause, awaited));
        }
    }

    /**
     * How long to rest after an attempt: at least as long as the provider asked for, and up to half as much again, so that
     * many do not come back at once.
     *
     * @param attempt the one that failed, from 1
     */
    Duration rest(int attempt, Optional<Duration> asked, RandomGenerator random) {
        Duration own = pause.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        long least = Math.max(own.toMillis(), asked.map(Duration::toMillis).orElse(0L));
        return Duration.ofMillis(least + random.nextLong(least / 2 + 1));
    }

    /** Whether a provider asks for more patience than there is. */
    boolean isTooLong(Optional<Duration> asked) {
        return asked.filter(wait -> wait.compareTo(timeout) > 0).isPresent();
    }
}
