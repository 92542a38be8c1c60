package io.colloquy.evaluator.work;

import java.util.Optional;

/** Starts calls beside the stream threads, so many at once in each lane and no more. Thread-safe. */
public interface Calls {
    /**
     * Starts a call if its lane has room; empty when there is none now. The call must not throw.
     *
     * @param lane whom it calls: a slow one fills its own lane only
     * @return gives up on the call: its result is not wanted any more, and its place should become free soon
     */
    Optional<Runnable> tryStart(String lane, Runnable call);
}
