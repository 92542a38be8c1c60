package io.colloquy.sessions.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A change in Redis. */
sealed interface LiveWrite {

    /** Sets a key; without a time to live it stays. */
    record Put(String key, String value, Optional<Duration> timeToLive) implements LiveWrite {}

    /** Sets a key unless it is there, and then publishes the value. */
    record PutFirst(String key, String value, Duration timeToLive, String channel) implements LiveWrite {}

    /**
     * Adds a text to a sorted set, at the latest time that it was added with: the same once or twice, in whatever order. The set
     * keeps the newest texts and is gone some time after the newest of all.
     *
     * @param most texts kept
     */
    record Remember(String key, String text, Instant at, int most, Duration kept) implements LiveWrite {}

    /** Removes a key. */
    record Remove(String key) implements LiveWrite {}

    /** Tells whoever listens. */
    record Publish(String channel, String message) implements LiveWrite {}
}
