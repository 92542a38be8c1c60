package io.colloquy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that lives beside this one and may outlive it when this one is killed.
 *
 * <p>Its id is kept in a file whose first line it is (the form that Postgres and Redis write themselves). A process is
 * taken for ours only if its command line names a path of this stack, since ids are reused.
 */
final class ChildProcess {
    private static final Logger LOGGER = LoggerFactory.getLogger(ChildProcess.class);
    private static final Duration FORCE_TIMEOUT = Duration.ofSeconds(5);

    private ChildProcess() {}

    /** How a process is asked to stop; Postgres waits for its clients on {@code TERM} and does not on {@code INT}. */
    enum StopSignal {
        TERM,
        INT
    }

    /** Remembers a process that this one has started. */
    static void remember(Path processFile, ProcessHandle process) {
        try {
            Files.writeString(processFile, process.pid() + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of the file if it is alive and names {@code path} in its command line. */
    static Optional<ProcessHandle> find(Path processFile, Path path) {
        return readId(processFile)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> commandLine(process).contains(path.toString()));
    }

    /** Stops what an earlier start has left behind, if anything; its file goes in any case. */
    static boolean reap(Path processFile, Path path, StopSignal signal, Duration patience) {
        Optional<ProcessHandle> orphan = find(processFile, path);
        orphan.ifPresent(process -> {
            LOGGER.atInfo()
                    .addKeyValue("pid", process.pid())
                    .addKeyValue("file", processFile.getFileName())
                    .log("stopping a process that an earlier start left behind");
            stop(process, signal, patience);
        });
        forget(processFile);
        return orphan.isPresent();
    }

    /** Asks, waits, and then forces; returns when the process is gone. */
    static void stop(ProcessHandle process, StopSignal signal, Duration patience) {
        ask(process, signal);
        if (!awaitExit(process, patience)) {
            process.destroyForcibly();
            awaitExit(process, FORCE_TIMEOUT);
        }
    }

    static void forget(Path processFile) {
        try {
            Files.deleteIfExists(processFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ask(ProcessHandle process, StopSignal signal) {
        if (signal == StopSignal.TERM) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-s", signal.name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks often: for a process that is not our own child, Java itself looks only every two seconds. */
    private static boolean awaitExit(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (isRunning(process) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !isRunning(process);
    }

    /** A process that has ended but that nobody has buried yet has no command line any more. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !commandLine(process).isEmpty();
    }

    private static Optional<Long> readId(Path processFile) {
        try {
            return Files.exists(processFile)
                    ? Files.readAllLines(processFile).stream()
                            .findFirst()
                            .map(String::strip)
                            .filter(line -> line.matches("\\d+"))
                            .map(Long::valueOf)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Linux cuts long command lines in the process table that Java reads, so the whole one is read first. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
