package io.colloquy.ingest.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Waits until a reader finds something: subscribed first, so that nothing is missed, and reading again in between, because a
 * push is only a hint. Used by one thread.
 */
public final class LiveWait implements AutoCloseable {
    private static final long READ_AGAIN_MS = 250;

    private final Semaphore hints = new Semaphore(0);
    private final LiveChannels.Subscription subscription;

    /** Starts listening. */
    public LiveWait(LiveChannels channels, String channel) {
        this.subscription = channels.listen(channel, hints::release);
    }

    /** What the reader finds within this time; it is asked at least once. */
    public <T> Optional<T> until(Duration patience, Supplier<Optional<T>> reader) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = reader.get();
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (found.isPresent() || left <= 0 || !hint(Math.min(left, READ_AGAIN_MS))) {
                return found;
            }
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    /** False when the thread is to stop. */
    private boolean hint(long millis) {
        try {
            if (hints.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                hints.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
