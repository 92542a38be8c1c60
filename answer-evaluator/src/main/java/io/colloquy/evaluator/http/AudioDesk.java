package io.colloquy.evaluator.http;

import io.colloquy.platform.http.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets requests with audio in before their bodies are read, as long as there is memory for them. Thread-safe. */
final class AudioDesk {
    private static final int PLACE_BYTES = 64 << 10;
    private static final int AT_ONCE = 2;

    private final Semaphore places;
    private final Duration patience;
    private final Map<String, Integer> visitors = new ConcurrentHashMap<>();

    /**
     * Opens the desk.
     *
     * @param bytes of audio in memory at most
     * @param patience how long a request waits to be let in
     */
    AudioDesk(int bytes, Duration patience) {
        this.places = new Semaphore(bytes / PLACE_BYTES);
        this.patience = patience;
    }

    /**
     * Does something for a user.
     *
     * @param bytes that it keeps in memory
     * @throws Problem 429 when this user is at it often enough, 503 when there is no memory left
     */
    <T> T serve(String user, int bytes, Callable<T> work) throws Exception {
        if (visitors.merge(user, 1, Integer::sum) > AT_ONCE) {
            leave(user);
            throw Problem.rateLimited("Expected at most %d requests at once, but there are more".formatted(AT_ONCE));
        }
        int needed = bytes / PLACE_BYTES + 1;
        try {
            if (!places.tryAcquire(needed, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.unavailable("Expected a free place, but others are being worked on");
            }
            try {
                return work.call();
            } finally {
                places.release(needed);
            }
        } finally {
            leave(user);
        }
    }

    private void leave(String user) {
        visitors.computeIfPresent(user, (name, count) -> count == 1 ? null : count - 1);
    }
}
