package io.colloquy.bench.ceiling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** So many threads that do the same until they are told to end. */
final class Workers {
    private final String name;
    private final int threads;
    private final List<Thread> started = new ArrayList<>();
    private volatile boolean ended;

    /** Whether to go on. */
    interface Running {
        boolean yes();
    }

    Workers(String name, int threads) {
        this.name = name;
        this.threads = threads;
    }

    void begin(Consumer<Running> body) {
        ended = false;
        for (int i = 0; i < threads; i++) {
            started.add(Thread.ofPlatform().name(name).daemon().start(() -> body.accept(() -> !ended)));
        }
    }

    void end() {
        ended = true;
        try {
            for (Thread thread : started) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.clear();
    }
}
