package io.colloquy.frames.overload;

/** Sees what is queued in a partition of the frames topic. Not thread-safe. */
@FunctionalInterface
public interface LookAhead extends AutoCloseable {

    /** What is there from this offset on, as of now. Where that cannot be found out, less is seen; it never fails. */
    Horizon from(int partition, long offset);

    @Override
    default void close() {}
}
