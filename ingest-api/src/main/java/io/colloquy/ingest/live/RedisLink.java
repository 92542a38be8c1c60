package io.colloquy.ingest.live;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The connection to Redis: comes back by itself, and fails within a second while Redis is away instead of queueing.
 * Thread-safe; every call may throw {@link RedisException}.
 */
public final class RedisLink implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration SHORT_PATIENCE = Duration.ofMillis(200);
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    /**
     * Connects.
     *
     * @param address {@code redis://host:port}, or {@code host:port}
     */
    public RedisLink(String address) {
        RedisURI uri = RedisURI.create(address.contains("://") ? address : "redis://" + address);
        uri.setTimeout(PATIENCE);
        this.client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .build());
        this.connection = connect(client);
    }

    /** Patient at the start only: Redis may come up a moment after us, and a starting process is slow to shake hands. */
    private static StatefulRedisConnection<String, String> connect(RedisClient client) {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (true) {
            try {
                return client.connect();
            } catch (RedisException e) {
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    client.shutdown();
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** The value of a key. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(connection.sync().get(key));
    }

    /** The values of some keys, as of one moment and in their order. */
    public List<Optional<String>> getAll(String... keys) {
        return connection.sync().mget(keys).stream()
                .map(pair -> pair.optional())
                .toList();
    }

    /**
     * The members of a sorted set, highest score first; nobody waits long for them.
     *
     * @param most members wanted
     */
    public List<String> highest(String key, int most) {
        return LettuceFutures.awaitOrCancel(
                connection.async().zrevrange(key, 0, most - 1L), SHORT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sets a key for a time. */
    public void set(String key, String value, Duration life) {
        connection.sync().set(key, value, SetArgs.Builder.px(life));
    }

    /** Sets a key for a time without waiting; a failure is only seen by whoever reads. */
    public CompletionStage<?> setSoon(String key, String value, Duration life) {
        return connection.async().set(key, value, SetArgs.Builder.px(life));
    }

    /** Reads a key and deletes it in one step. */
    public Optional<String> take(String key) {
        return Optional.ofNullable(connection.sync().getdel(key));
    }

    /** Tells whoever listens on a channel. */
    public void publish(String channel, String message) {
        connection.sync().publish(channel, message);
    }

    /** Counts one up; the counter is forgotten some time after its first count. */
    public long increment(String key, Duration life) {
        long count = connection.sync().incr(key);
        if (count == 1) {
            connection.sync().pexpire(key, life.multipliedBy(2));
        }
        return count;
    }

    /** Whether Redis answers. */
    public boolean answers() {
        return "PONG".equals(connection.sync().ping());
    }

    StatefulRedisPubSubConnection<String, String> subscriber() {
        return client.connectPubSub();
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
