package io.colloquy.ingest.socket;

import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;

/**
 * Writes the highest number that was asked for, one write at a time: while one is under way only the highest of the others
 * waits. Under load one write so stands for many; without load none is later than before. Thread-safe; never blocks.
 */
final class LatestWrite {
    private final LongFunction<CompletionStage<?>> write;
    private long wanted;
    private long begun;
    private boolean busy;

    /**
     * @param known written already
     * @param write begins a write and says when it is over, well or not
     */
    LatestWrite(long known, LongFunction<CompletionStage<?>> write) {
        this.write = write;
        this.wanted = known;
        this.begun = known;
    }

    /** Asks for a number; one that is not higher than before is nothing new. */
    void put(long number) {
        synchronized (this) {
            wanted = Math.max(wanted, number);
        }
        begin();
    }

    private void begin() {
        long number;
        synchronized (this) {
            if (busy || wanted <= begun) {
                return;
            }
            busy = true;
            begun = wanted;
            number = begun;
        }
        try {
            var ignored = write.apply(number).whenComplete((done, failure) -> over());
        } catch (RuntimeException e) {
            over();
        }
    }

    private void over() {
        synchronized (this) {
            busy = false;
        }
        begin();
    }
}
