package io.colloquy.ingest.uploads.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs as a process of its own: a PDF comes in on standard input, an {@link Extraction} goes out on standard output. It ends
 * after the time that its argument names even when whoever started it is gone.
 */
public final class ExtractPdf {
    private static final int MOST_BYTES = 5 << 20;
    private static final int EXIT_TIME = 124;

    private ExtractPdf() {}

    /** Takes the most time that it may run for, in milliseconds. */
    public static void main(String[] arguments) throws IOException {
        endAfter(Duration.ofMillis(Long.parseLong(arguments[0])));
        volunteer();
        PdfText.of(System.in.readNBytes(MOST_BYTES)).writeTo(System.out);
        // Whatever a document has left running ends with the process.
        Runtime.getRuntime().halt(0);
    }

    private static void endAfter(Duration time) {
        Thread.ofPlatform().daemon().name("time-limit").start(() -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(EXIT_TIME);
        });
    }

    /** When a machine or a container runs out of memory, Linux ends this process first, not the service. */
    private static void volunteer() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
        } catch (IOException | SecurityException e) {
            // No Linux, or not allowed: the heap's limit holds anyway.
        }
    }
}
