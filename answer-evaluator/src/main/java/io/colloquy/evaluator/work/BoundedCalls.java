package io.colloquy.evaluator.work;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Calls on virtual threads, at most so many at once in each lane. There is no queue: what finds no room stays in the pending
 * store, where it survives a crash.
 */
public final class BoundedCalls implements Calls {
    private final Map<String, Semaphore> rooms = new ConcurrentHashMap<>();
    private final int most;

    /** Allows so many calls at once in each lane. */
    public BoundedCalls(int most) {
        this.most = most;
    }

    @Override
    public Optional<Runnable> tryStart(String lane, Runnable call) {
        Semaphore room = rooms.computeIfAbsent(lane, name -> new Semaphore(most));
        if (!room.tryAcquire()) {
            return Optional.empty();
        }
        Thread thread = Thread.ofVirtual().name("call-" + lane).unstarted(() -> {
            try {
                call.run();
            } finally {
                room.release();
            }
        });
        thread.start();
        return Optional.of(thread::interrupt);
    }
}
