package io.colloquy.platform.limits;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Token buckets by name, in this instance alone; the least recently used are forgotten. Thread-safe. */
public final class LocalBuckets {
    private static final int MOST = 20_000;

    private final long capacity;
    private final Duration period;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param capacity tokens at most, and so many new ones in each period
     * @param period over which they come back, evenly
     */
    public LocalBuckets(long capacity, Duration period) {
        this.capacity = capacity;
        this.period = period;
    }

    /** Takes a token; false when there is none. */
    public boolean tryTake(String name) {
        return tryTake(name, 1);
    }

    /** Takes so many tokens at once, at least one; false, and none is taken, when there are not enough. */
    public boolean tryTake(String name, int tokens) {
        return bucket(name).tryConsume(tokens);
    }

    private Bucket bucket(String name) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    name,
                    unused -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                            .build());
        }
    }
}
