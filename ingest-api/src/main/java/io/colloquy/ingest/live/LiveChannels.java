package io.colloquy.ingest.live;

import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Subscriptions of this instance, many listeners over one connection. Listeners run on the connection's thread: they may
 * only wake somebody. Thread-safe.
 */
public final class LiveChannels implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final StatefulRedisPubSubConnection<String, String> connection;
    private final Map<String, Channel> channels = new HashMap<>();

    private record Channel(Set<Runnable> listeners, CompletableFuture<Void> subscribed) {}

    /** Over a connection of its own. */
    public LiveChannels(RedisLink redis) {
        this.connection = redis.subscriber();
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
                listeners(channel).forEach(Runnable::run);
            }
        });
    }

    /** A subscription that ends when closed. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Listens; when this returns, nothing that is published from now on is missed.
     *
     * @throws RedisException while Redis is away
     */
    public Subscription listen(String name, Runnable listener) {
        CompletableFuture<Void> subscribed;
        synchronized (channels) {
            Channel channel = channels.computeIfAbsent(name, this::subscribe);
            channel.listeners().add(listener);
            subscribed = channel.subscribed();
        }
        try {
            subscribed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            drop(name, listener);
            throw new RedisException("Expected to subscribe, but was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            drop(name, listener);
            throw new RedisException("Expected Redis to take a subscription, but it did not", e);
        }
        return () -> drop(name, listener);
    }

    @Override
    public void close() {
        connection.close();
    }

    private Channel subscribe(String name) {
        return new Channel(new HashSet<>(), connection.async().subscribe(name).toCompletableFuture());
    }

    private void drop(String name, Runnable listener) {
        synchronized (channels) {
            Channel channel = channels.get(name);
            if (channel != null
                    && channel.listeners().remove(listener)
                    && channel.listeners().isEmpty()) {
                channels.remove(name);
                var ignored = connection.async().unsubscribe(name);
            }
        }
    }

    private List<Runnable> listeners(String name) {
        synchronized (channels) {
            Channel channel = channels.get(name);
            return channel == null ? List.of() : List.copyOf(channel.listeners());
        }
    }
}
