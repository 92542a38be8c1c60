package io.colloquy.sessions.projection;

import java.time.Duration;

/** Pauses that double with every failure, from 100 ms to 5 s. */
final class Backoff {
    private static final long FIRST_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();

    private long pause = FIRST_NANOS;
    private long dueAt = System.nanoTime();

    boolean due() {
        return System.nanoTime() - dueAt >= 0;
    }

    void failed() {
        dueAt = System.nanoTime() + pause;
        pause = Math.min(2 * pause, LONGEST_NANOS);
    }

    void succeeded() {
        pause = FIRST_NANOS;
    }
}
