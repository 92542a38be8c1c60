package io.colloquy.local.faults;

import static org.awaitility.Awaitility.await;

import io.colloquy.local.StackHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The stack's Postgres, by the files in which it keeps its id and its own command line. */
final class PostgresServer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;

    PostgresServer(StackHome home) {
        this.data = home.data().resolve("postgres");
    }

    /** Without a word to anybody and without a checkpoint; the next start recovers from the log. */
    void stopAtOnce() {
        ProcessHandle postmaster = process();
        run(List.of("kill", "-s", "QUIT", Long.toString(postmaster.pid())));
        await().atMost(PATIENCE).until(() -> !Files.exists(data.resolve("postmaster.pid")));
    }

    /** As it was started before. */
    void start() {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of("sh", "-c", "exec " + read("postmaster.opts").strip()));
        Process started = begin(command);
        await().atMost(PATIENCE).until(() -> !started.isAlive() || ready());
        if (!started.isAlive()) {
            throw new IllegalStateException("Expected Postgres to start again, but it ended at once");
        }
    }

    private boolean ready() {
        return Files.exists(data.resolve("postmaster.pid"))
                && read("postmaster.pid").contains("ready");
    }

    private ProcessHandle process() {
        return ProcessHandle.of(Long.parseLong(
                        read("postmaster.pid").lines().findFirst().orElseThrow()))
                .orElseThrow();
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> command) {
        try {
            begin(command).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process begin(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling("postgres-again.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
