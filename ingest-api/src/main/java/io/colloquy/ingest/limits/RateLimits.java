package io.colloquy.ingest.limits;

import io.colloquy.ingest.live.RedisLink;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.limits.LocalBuckets;
import io.javalin.http.Context;
import io.lettuce.core.RedisException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

/** Counts requests in windows of a minute. Thread-safe. */
public final class RateLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int SIGN_INS_PER_EMAIL = 10;
    private static final int SIGN_INS_PER_ADDRESS = 120;
    private static final int UPLOADS_PER_USER = 20;

    private final RedisLink redis;
    private final Clock clock;
    private final int requestsPerMinute;
    private final LocalBuckets local;
    private final LocalBuckets uploads = new LocalBuckets(UPLOADS_PER_USER, WINDOW);

    /** @param requestsPerMinute of one user */
    public RateLimits(RedisLink redis, Clock clock, int requestsPerMinute) {
        this.redis = redis;
        this.clock = clock;
        this.requestsPerMinute = requestsPerMinute;
        this.local = new LocalBuckets(requestsPerMinute, WINDOW);
    }

    /**
     * Counts a request of a user.
     *
     * @throws Problem 429 over the limit
     */
    public void requireRequest(Context context, String userId) {
        requireWithin(context, "user:" + userId, requestsPerMinute, local);
    }

    /**
     * Counts an attempt to sign in, by e-mail and by address.
     *
     * @throws Problem 429 over the limit, 503 while nobody counts
     */
    public void requireSignIn(Context context, String email) {
        requireAttempt(context, "email:" + hashed(email), SIGN_INS_PER_EMAIL);
        requireAttempt(context, "address:" + context.ip(), SIGN_INS_PER_ADDRESS);
    }

    /**
     * Counts an upload of a user.
     *
     * @throws Problem 429 over the limit
     */
    public void requireUpload(Context context, String userId) {
        requireWithin(context, "upload:" + userId, UPLOADS_PER_USER, uploads);
    }

    /** Counts an attempt to open a guest link, by address. */
    public void requireGuest(Context context) {
        requireAttempt(context, "guest:" + context.ip(), SIGN_INS_PER_ADDRESS);
    }

    /** While Redis is away, this instance counts for itself. */
    private void requireWithin(Context context, String name, int most, LocalBuckets meanwhile) {
        boolean within;
        try {
            within = count(name) <= most;
        } catch (RedisException e) {
            within = meanwhile.tryTake(name);
        }
        if (!within) {
            throw over(context, most);
        }
    }

    private void requireAttempt(Context context, String name, int most) {
        try {
            if (count(name) > most) {
                throw over(context, most);
            }
        } catch (RedisException e) {
            throw Problem.unavailable("Expected to count sign-ins, but nothing counts them now");
        }
    }

    private long count(String name) {
        long window = clock.millis() / WINDOW.toMillis();
        return redis.increment("limit:" + name + ":" + window, WINDOW);
    }

    private Problem over(Context context, int most) {
        long left = WINDOW.toSeconds() - clock.instant().getEpochSecond() % WINDOW.toSeconds();
        context.header("Retry-After", Long.toString(left));
        return Problem.rateLimited("Expected at most %d a minute, but there were more".formatted(most));
    }

    private static String hashed(String email) {
        return HexFormat.of()
                .formatHex(Ids.sha256(email.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 32);
    }
}
