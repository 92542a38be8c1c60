package io.colloquy.frames.vision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds of the machine's memory, native parts included: Linux's own figures, in MiB. */
final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");

    private ProcessMemory() {}

    static long resident() {
        return read("VmRSS:");
    }

    /** The most since {@link #resetPeak}, also between two looks. */
    static long peak() {
        return read("VmHWM:");
    }

    static void resetPeak() {
        try {
            Files.writeString(RESET, "5");
        } catch (IOException e) {
            throw new IllegalStateException("Expected to reset the process's peak of memory, but could not", e);
        }
    }

    private static long read(String name) {
        try {
            return Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith(name))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        } catch (IOException e) {
            throw new IllegalStateException("Expected to read the process's memory, but could not", e);
        }
    }
}
