package io.colloquy.ingest.uploads;

import io.colloquy.ingest.IngestMetric;
import io.colloquy.ingest.uploads.extraction.Extraction;
import io.colloquy.ingest.uploads.extraction.Extraction.Outcome;
import io.colloquy.platform.metrics.Metrics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads PDFs, each in a process of its own, a few at once. Thread-safe; closing ends what is being read. */
public final class PdfReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PdfReader.class);

    /** Time for one PDF, from the start of its process. */
    static final Duration TIME = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore places;
    private final Duration time;
    private final Metrics metrics;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    /** @param atOnce most processes at once */
    public PdfReader(int atOnce, Metrics metrics) {
        this(atOnce, TIME, metrics);
    }

    PdfReader(int atOnce, Duration time, Metrics metrics) {
        this.places = new Semaphore(atOnce, true);
        this.time = time;
        this.metrics = metrics;
    }

    /** What is in this file; empty when too many are being read already. */
    Optional<Extraction> read(byte[] pdf) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            try {
                return Optional.of(timed(pdf));
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
    }

    /** Processes that run now. */
    Set<Process> running() {
        return Set.copyOf(running);
    }

    private Extraction timed(byte[] pdf) throws InterruptedException {
        long started = System.nanoTime();
        try {
            return readInProcess(pdf);
        } finally {
            metrics.histogram(IngestMetric.PDF_SECONDS).observe((System.nanoTime() - started) / 1e9);
        }
    }

    /** Also the answer of a process may be anything: only so much of it is read, and only its form is believed. */
    private Extraction readInProcess(byte[] pdf) throws InterruptedException {
        Process process = started();
        running.add(process);
        try {
            Thread.ofVirtual().name("pdf-in").start(() -> feed(process, pdf));
            FutureTask<byte[]> answer =
                    new FutureTask<>(() -> process.getInputStream().readNBytes(Extraction.MOST_BYTES + 1));
            Thread.ofVirtual().name("pdf-out").start(answer);
            return Extraction.of(answer.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException | IOException e) {
            LOG.atWarn()
                    .addKeyValue("reason", e.getClass().getSimpleName())
                    .addKeyValue("exit_code", process.isAlive() ? "still running" : process.exitValue())
                    .log("a PDF was not read");
            return Extraction.none(Outcome.TOO_DEMANDING);
        } finally {
            process.destroyForcibly().waitFor();
            running.remove(process);
        }
    }

    private Process started() {
        try {
            return PdfProcess.start(time);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to start the process that reads PDFs, but failed", e);
        }
    }

    private static void feed(Process process, byte[] pdf) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(pdf);
        } catch (IOException e) {
            // It ended before it had read everything; what it said tells why.
        }
    }
}
