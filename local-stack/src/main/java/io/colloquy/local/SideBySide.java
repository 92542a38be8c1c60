package io.colloquy.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops parts at the same time, and leaves nothing half-started.
 *
 * <p>Not on virtual threads: parts initialise classes under common locks, which pins as many carriers as there are.
 */
final class SideBySide {
    private static final Logger LOGGER = LoggerFactory.getLogger(SideBySide.class);
    private static final long START_TIMEOUT_SECONDS = 120;

    private final Progress progress;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<AutoCloseable> started = Collections.synchronizedList(new ArrayList<>());

    SideBySide(Progress progress) {
        this.progress = progress;
    }

    /** Begins to start a part. */
    <T extends AutoCloseable> Future<T> start(String title, Callable<T> start) {
        return executor.submit(() -> {
            long begun = System.nanoTime();
            T running = start.call();
            started.add(running);
            progress.say("  %s is up after %.1f s".formatted(title, (System.nanoTime() - begun) / 1e9));
            return running;
        });
    }

    /** The part when it has started; throws {@link StackException} with the reason if it has not. */
    <T> T await(String title, Future<T> future) {
        try {
            return future.get(START_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Expected %s to start, but it was interrupted".formatted(title), e);
        } catch (TimeoutException e) {
            throw new StackException(
                    "Expected %s to start within %d s, but it did not".formatted(title, START_TIMEOUT_SECONDS), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackException explained) {
                throw explained;
            }
            throw new StackException(
                    "Expected %s to start, but: %s"
                            .formatted(title, e.getCause().getMessage()),
                    e.getCause());
        }
    }

    /** Called when all have started. */
    void done() {
        executor.shutdown();
    }

    /** Called after a failure: waits until each part has either started or failed, then closes those that have. */
    void abandon() {
        executor.close();
        Thread.interrupted(); // Stopping what has started takes its time, also after an interrupt.
        closeInOrder(started);
    }

    /** Closes one after the other; one failure does not keep the rest open. */
    static void closeInOrder(List<? extends AutoCloseable> parts) {
        List.copyOf(parts).forEach(SideBySide::close);
    }

    /** Closes all at once and returns when all are closed. */
    static void closeTogether(List<? extends AutoCloseable> parts) {
        try (ExecutorService closers = Executors.newCachedThreadPool()) {
            parts.forEach(part -> closers.execute(() -> close(part)));
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOGGER.atWarn()
                    .addKeyValue("part", part.getClass().getSimpleName())
                    .setCause(e)
                    .log("could not be closed");
        }
    }
}
