package io.colloquy.sessions.live;

import java.time.Duration;
import java.util.Optional;

/** A change in Redis. */
sealed interface LiveWrite {

    /** Sets a key; without a time to live it stays. */
    record Put(String key, String value, Optional<Duration> timeToLive) implements LiveWrite {}

    /** Sets a key unless it is there, and then publishes the value. */
    record PutFirst(String key, String value, Duration timeToLive, String channel) implements LiveWrite {}

    /** Removes a key. */
    record Remove(String key) implements LiveWrite {}

    /** Tells whoever listens. */
    record Publish(String channel, String message) implements LiveWrite {}
}
