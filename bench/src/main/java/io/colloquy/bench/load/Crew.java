package io.colloquy.bench.load;

import io.colloquy.bench.BenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Threads that do one job together; what one of them runs into is thrown by {@link #join}. */
final class Crew {
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    void start(String name, Runnable body) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(() -> {
            try {
                body.run();
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        }));
    }

    void join() {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Expected the load to end, but was interrupted", e);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }
}
