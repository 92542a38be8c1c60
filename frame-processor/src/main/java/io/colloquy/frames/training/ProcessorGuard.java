package io.colloquy.frames.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Training on processors with AVX-512 ends in a crash of the whole JVM inside oneDNN, unless that library is told
 * through the environment, before the JVM starts, to leave its newest parts (bfloat16 and 16-bit floats) alone.
 */
final class ProcessorGuard {
    private static final Set<String> SAFE = Set.of("AVX512_CORE", "AVX2");

    private ProcessorGuard() {}

    static void check(String instructionSet) throws IOException {
        Path description = Path.of("/proc/cpuinfo");
        boolean affected =
                Files.isReadable(description) && Files.readString(description).contains(" avx512");
        refuse(affected, instructionSet);
    }

    static void refuse(boolean affected, String instructionSet) {
        if (affected && !SAFE.contains(instructionSet == null ? "" : instructionSet)) {
            throw new IllegalStateException(
                    "Expected ONEDNN_MAX_CPU_ISA=AVX512_CORE in the environment, because training"
                            + " crashes on this processor without it, but it is "
                            + (instructionSet == null ? "missing" : "'" + instructionSet + "'"));
        }
    }
}
