package io.colloquy.evaluator.work;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Calls on virtual threads, at most so many at once. There is no queue: what finds no room stays in the pending store, where
 * it survives a crash.
 */
public final class BoundedCalls implements Calls {
    private final Semaphore room;

    /** Allows so many calls at once. */
    public BoundedCalls(int most) {
        this.room = new Semaphore(most);
    }

    @Override
    public Optional<Runnable> tryStart(Runnable call) {
        if (!room.tryAcquire()) {
            return Optional.empty();
        }
        Thread thread = Thread.ofVirtual().name("evaluator-call").unstarted(() -> {
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
