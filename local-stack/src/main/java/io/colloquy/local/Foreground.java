package io.colloquy.local;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command until Ctrl-C or {@code down}, and lets it close what it has opened.
 *
 * <p>The signal only interrupts the command's own thread, so that one thread starts and stops everything and a Ctrl-C
 * in the middle of a start leaves nothing behind.
 */
public final class Foreground {
    private static final long STOP_TIMEOUT_MILLIS = 15_000;

    private Foreground() {}

    /** The body's result; 130, as shells say, after an interrupt while it was still starting. */
    public static int run(Callable<Integer> body) throws Exception {
        Thread runner = Thread.currentThread();
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruptAndWait(runner, finished), "stop"));
        try {
            return body.call();
        } catch (InterruptedException e) {
            return 130;
        } finally {
            finished.countDown();
        }
    }

    /** Returns when somebody wants the command to end, or when {@code end} has happened. */
    static void awaitStop(Future<?> end) {
        try {
            end.get();
        } catch (InterruptedException e) {
            // This is how a stop arrives; the flag stays clear, so that closing can take its time.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void interruptAndWait(Thread runner, CountDownLatch finished) {
        runner.interrupt();
        try {
            if (!finished.await(STOP_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
                Progress.onStandardError().say("Expected a clean stop, but it took too long; the next start tidies up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
