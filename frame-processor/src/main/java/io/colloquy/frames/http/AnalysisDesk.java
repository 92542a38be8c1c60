package io.colloquy.frames.http;

import io.colloquy.frames.vision.PictureAnalysis;
import io.colloquy.frames.vision.PictureReader;
import io.colloquy.platform.http.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Looks at pictures that come over HTTP, one at a time on one thread, so that interviews lose one thread to them at most.
 * Only a few requests are let in at once, before their bodies are read: that bounds memory. Requests take turns picture by
 * picture. Thread-safe.
 */
public final class AnalysisDesk implements AutoCloseable {
    private static final int REQUESTS = 4;
    private static final int REQUESTS_OF_ONE_USER = 2;
    private static final Duration PICTURE_PATIENCE = Duration.ofSeconds(30);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final Semaphore places = new Semaphore(REQUESTS);
    private final Map<String, Integer> visitors = new ConcurrentHashMap<>();
    private final Duration patience;
    private final Supplier<PictureReader> readers;
    private final ExecutorService thread;
    private PictureReader reader;

    /**
     * Opens the desk.
     *
     * @param readers asked once, on the desk's thread, when the first picture comes
     * @param patience how long a request waits to be let in
     */
    public AnalysisDesk(Supplier<PictureReader> readers, Duration patience) {
        this.readers = readers;
        this.patience = patience;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("picture-desk").daemon().factory());
    }

    /**
     * Does something for a user at the desk.
     *
     * @throws Problem 429 when this user is at it often enough, 503 when too many are
     */
    <T> T serve(String user, Callable<T> work) throws Exception {
        if (visitors.merge(user, 1, Integer::sum) > REQUESTS_OF_ONE_USER) {
            leave(user);
            throw Problem.rateLimited(
                    "Expected at most %d requests at once, but there are more".formatted(REQUESTS_OF_ONE_USER));
        }
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.unavailable(
                        "Expected a free place, but %d requests are being worked on".formatted(REQUESTS));
            }
            try {
                return work.call();
            } finally {
                places.release();
            }
        } finally {
            leave(user);
        }
    }

    /**
     * Looks at a picture when its turn comes.
     *
     * @throws Problem 503 when that takes too long, or the service stops
     */
    PictureAnalysis look(byte[] jpeg) throws InterruptedException {
        try {
            Future<PictureAnalysis> looked = thread.submit(() -> reader().read(jpeg, true));
            return looked.get(PICTURE_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected to look at a picture, but failed", e.getCause());
        } catch (TimeoutException | RejectedExecutionException e) {
            throw Problem.unavailable("Expected to look at the picture in time, but could not");
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PictureReader reader() {
        if (reader == null) {
            reader = readers.get();
        }
        return reader;
    }

    private void leave(String user) {
        visitors.computeIfPresent(user, (name, count) -> count == 1 ? null : count - 1);
    }
}
