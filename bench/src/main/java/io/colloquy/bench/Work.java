package io.colloquy.bench;

import java.time.Duration;

/** Something that works as fast as it can, and says how far it is. */
public interface Work {
    /** How it is called in the tables. */
    String name();

    /** Begins; returns at once or when the work can be seen. */
    void begin();

    /** Pieces of work finished since the beginning. */
    long done();

    /** Processor time of the process that is measured, since that process started. */
    Duration cpu();

    /** Stops, and waits until nothing is under way. */
    void end();
}
