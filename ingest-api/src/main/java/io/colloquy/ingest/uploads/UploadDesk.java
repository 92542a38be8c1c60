package io.colloquy.ingest.uploads;

import io.colloquy.ingest.limits.RateLimits;
import io.colloquy.platform.http.Problem;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets uploads in before their bodies are read, which bounds memory: so many at once in this instance, one at a time for each
 * user, and so many a minute for each user over all instances. Thread-safe.
 */
final class UploadDesk {
    private static final int AT_ONCE = 8;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<String, Boolean> users = new ConcurrentHashMap<>();
    private final RateLimits limits;

    UploadDesk(RateLimits limits) {
        this.limits = limits;
    }

    /**
     * Does something for a user.
     *
     * @throws Problem 429 when this user is at it already or was too often, 503 when too many are; both say when to come back
     */
    <T> T serve(Context context, String user, Supplier<T> work) {
        limits.requireUpload(context, user);
        if (users.putIfAbsent(user, true) != null) {
            context.header("Retry-After", "2");
            throw Problem.rateLimited("Expected one upload at a time, but there is another");
        }
        try {
            return placed(context, work);
        } finally {
            users.remove(user);
        }
    }

    private <T> T placed(Context context, Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw busy(context);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** Everything is taken. */
    static Problem busy(Context context) {
        context.header("Retry-After", "5");
        return Problem.unavailable("Expected a free place for an upload, but all are taken");
    }
}
