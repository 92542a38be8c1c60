package io.colloquy.bench.load;

import java.util.Arrays;

/** Durations; percentiles by nearest rank. Thread-safe. */
public final class Latencies {
    private long[] nanos = new long[1 << 12];
    private int count;

    /** Adds one. */
    public synchronized void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    public synchronized int count() {
        return count;
    }

    /** Milliseconds below which that share lies; not a number without any. */
    public synchronized double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
    }
}
