package io.colloquy.local;

/** Where a start tells a waiting person what it is doing; thread-safe, as the components start side by side. */
@FunctionalInterface
public interface Progress {
    void say(String line);

    /** Lines on standard error, which keeps standard output for results. */
    @SuppressWarnings("SystemOut") // A command line speaks through its streams.
    static Progress onStandardError() {
        return System.err::println;
    }

    static Progress silent() {
        return line -> {};
    }
}
