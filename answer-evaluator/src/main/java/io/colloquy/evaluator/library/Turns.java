package io.colloquy.evaluator.library;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One at a time for each organisation; whoever waits too long for a turn is told so instead of piling up. Thread-safe. */
final class Turns {
    private final Duration patience;
    private final Map<String, ReentrantLock> taken = new ConcurrentHashMap<>();

    /** @param patience how long a turn is waited for */
    Turns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does it when it is this one's turn.
     *
     * @throws LogUnavailableException when the turn does not come in time
     * @throws Exception when the work does
     */
    <T> T take(String organisationId, Callable<T> work) throws Exception {
        ReentrantLock turn = taken.computeIfAbsent(organisationId, it -> new ReentrantLock());
        if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new LogUnavailableException(
                    "Expected a turn to write a bank within %d s, but others of the organisation are still being written"
                            .formatted(patience.toSeconds()),
                    null);
        }
        try {
            return work.call();
        } finally {
            turn.unlock();
        }
    }
}
