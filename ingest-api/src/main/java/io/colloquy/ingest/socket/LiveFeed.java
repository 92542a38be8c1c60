package io.colloquy.ingest.socket;

import io.colloquy.ingest.live.LiveChannels;
import io.colloquy.ingest.live.RedisLink;
import io.colloquy.platform.json.Json;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.ReadingsSnapshot;
import io.colloquy.schemas.live.SessionSnapshot;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A session as it changes: read when something is announced, and every 5 seconds anyway. What could not be read for longer
 * than that counts as unknown. One virtual thread; the listener is called on it.
 */
final class LiveFeed implements AutoCloseable {
    private static final long READ_AGAIN_MS = 5_000;
    private static final long UNKNOWN_AFTER_NANOS =
            Duration.ofMillis(READ_AGAIN_MS + 2_000).toNanos();

    private final String sessionId;
    private final RedisLink redis;
    private final Listener listener;
    private final Semaphore hints = new Semaphore(1);
    private final List<LiveChannels.Subscription> subscriptions = new ArrayList<>();
    private final Thread thread;
    private volatile SessionSnapshot session;
    private volatile long checkedAt;
    private volatile boolean closed;

    /** Is told what was read. */
    interface Listener {
        void session(SessionSnapshot before, SessionSnapshot after);

        void readings(SessionSnapshot session, ReadingsSnapshot readings);

        void owner(String connectionId);

        void tick();
    }

    /** Subscribes; {@link #start} begins to read. */
    LiveFeed(String sessionId, RedisLink redis, LiveChannels channels, Listener listener) {
        this.sessionId = sessionId;
        this.redis = redis;
        this.listener = listener;
        try {
            for (String channel :
                    List.of(LiveKeys.session(sessionId), LiveKeys.readings(sessionId), LiveKeys.owner(sessionId))) {
                subscriptions.add(channels.listen(channel, hints::release));
            }
        } catch (RedisException e) {
            unsubscribe();
            throw e;
        }
        this.thread = Thread.ofVirtual().name("live-" + sessionId).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** The session as read lately; empty when it could not be. */
    Optional<SessionSnapshot> session() {
        SessionSnapshot known = session;
        return known != null && System.nanoTime() - checkedAt < UNKNOWN_AFTER_NANOS
                ? Optional.of(known)
                : Optional.empty();
    }

    /** The session as it is in Redis now; empty when it cannot be read. */
    Optional<SessionSnapshot> freshSession() {
        try {
            return redis.get(LiveKeys.session(sessionId)).map(json -> Json.read(json, SessionSnapshot.class));
        } catch (RedisException e) {
            return Optional.empty();
        }
    }

    /** No interrupt: it could hit the thread while it writes, which would cut the connection. */
    @Override
    public void close() {
        closed = true;
        hints.release();
        unsubscribe();
    }

    private void unsubscribe() {
        subscriptions.forEach(LiveChannels.Subscription::close);
    }

    private void run() {
        long readingsVersion = -1;
        while (!closed) {
            try {
                if (hints.tryAcquire(READ_AGAIN_MS, TimeUnit.MILLISECONDS)) {
                    hints.drainPermits();
                }
                if (closed) {
                    return;
                }
                readingsVersion = read(readingsVersion);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RedisException e) {
                // Nothing is known until it answers again; session() says so when it gets too old.
                hints.drainPermits();
            }
            listener.tick();
        }
    }

    private long read(long readingsVersion) {
        List<Optional<String>> values =
                redis.getAll(LiveKeys.session(sessionId), LiveKeys.readings(sessionId), LiveKeys.owner(sessionId));
        values.get(2).ifPresent(listener::owner);
        SessionSnapshot before = session;
        Optional<SessionSnapshot> after = values.get(0).map(json -> Json.read(json, SessionSnapshot.class));
        if (after.isEmpty()) {
            return readingsVersion;
        }
        session = after.get();
        checkedAt = System.nanoTime();
        listener.session(before, after.get());
        return values.get(1)
                .map(json -> Json.read(json, ReadingsSnapshot.class))
                .filter(readings -> readings.version() != readingsVersion)
                .map(readings -> {
                    listener.readings(after.get(), readings);
                    return readings.version();
                })
                .orElse(readingsVersion);
    }
}
