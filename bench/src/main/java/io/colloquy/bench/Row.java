package io.colloquy.bench;

/** One path through the system, and the ceiling that it is compared with. */
interface Row {
    /** What the command line calls it. */
    String name();

    RowResult run(BenchStack stack, Plan plan);
}
