package io.colloquy.local.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Durations, and their median and 95th percentile by nearest rank. Thread-safe. */
public final class Latencies {
    private final List<Long> nanos = new ArrayList<>();

    /**
     * Median and 95th percentile.
     *
     * @param p50 milliseconds; null without any duration
     * @param p95 milliseconds; null without any duration
     */
    public record Summary(Double p50, Double p95) {}

    /** Adds a duration in nanoseconds. */
    public synchronized void add(long duration) {
        nanos.add(duration);
    }

    /** What was added so far. */
    public synchronized Summary summary() {
        if (nanos.isEmpty()) {
            return new Summary(null, null);
        }
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Summary(rank(sorted, 0.50), rank(sorted, 0.95));
    }

    private static double rank(long[] sorted, double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return Math.round(sorted[Math.max(0, index)] / 1e4) / 100.0;
    }
}
