package io.colloquy.evaluator.work;

import java.util.Optional;

/** Starts calls beside the stream threads, so many at once and no more. Thread-safe. */
public interface Calls {
    /**
     * Starts a call if there is room; empty when there is none now. The call must not throw.
     *
     * @return gives up on the call: its result is not wanted any more, and its place should become free soon
     */
    Optional<Runnable> tryStart(Runnable call);
}
