package io.colloquy.local;

import io.colloquy.local.ChildProcess.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server beside this process, from the binary inside the {@code embedded-redis} artefact.
 *
 * <p>It runs as Redis' own daemon: in a session of its own, so that Ctrl-C in the terminal does not reach it before the
 * services that still write to it have stopped. It keeps its data by append-only file.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

    private final Path processFile;
    private final ProcessHandle process;
    private final int port;

    private EmbeddedRedis(Path processFile, ProcessHandle process, int port) {
        this.processFile = processFile;
        this.process = process;
        this.port = port;
    }

    /** Stops the Redis of an earlier start that was killed; true if there was one. */
    static boolean reap(StackHome home) {
        return ChildProcess.reap(processFile(home), home.folder("redis"), StopSignal.TERM, STOP_TIMEOUT);
    }

    /**
     * Returns when the server takes connections.
     *
     * @param binary from {@link #unpack}
     */
    public static EmbeddedRedis start(StackHome home, int port, Path binary) {
        Path processFile = processFile(home);
        Path settings = home.folder("redis").resolve("redis.conf");
        try {
            Files.writeString(settings, settings(home, port, processFile));
            Process launcher = new ProcessBuilder(binary.toString(), settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.logFile("redis").toFile()))
                    .start();
            if (!launcher.waitFor(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS) || launcher.exitValue() != 0) {
                throw failed(home, "it ended at once");
            }
            return new EmbeddedRedis(processFile, awaitReady(home, processFile, port), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(home, "the start was interrupted");
        }
    }

    public String url() {
        return "redis://%s:%d".formatted(LoopbackPorts.HOST, port);
    }

    /** For tests that kill it. */
    ProcessHandle process() {
        return process;
    }

    @Override
    public void close() {
        ChildProcess.stop(process, StopSignal.TERM, STOP_TIMEOUT);
        ChildProcess.forget(processFile);
    }

    private static ProcessHandle awaitReady(StackHome home, Path processFile, int port) throws InterruptedException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            var process = ChildProcess.find(processFile, home.folder("redis"));
            if (process.isPresent() && LoopbackPorts.answers(port)) {
                return process.get();
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw failed(home, "it took no connection within " + START_TIMEOUT.toSeconds() + " s");
    }

    private static String settings(StackHome home, int port, Path processFile) {
        return """
                bind %s
                port %d
                dir "%s"
                pidfile "%s"
                logfile "%s"
                daemonize yes
                set-proc-title no
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory 256mb
                maxmemory-policy noeviction
                """.formatted(LoopbackPorts.HOST, port, home.folder("redis"), processFile, home.logFile("redis"));
    }

    /**
     * Where the server's binary is. Call it before this process starts any child: one that is forked while the binary is
     * still open for writing keeps it from being run. Moves it into place in one step, since another stack may be running it.
     */
    static Path unpack(StackHome home) {
        try {
            return unpackInto(home.cacheFolder("redis"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unpackInto(Path folder) throws IOException {
        Path unpacking = Files.createTempDirectory(folder, "unpack-");
        try {
            Path binary = ExecutableProvider.newJarResourceProvider(unpacking.toFile())
                    .get()
                    .toPath();
            return Files.move(
                    binary,
                    folder.resolve(binary.getFileName()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            deleteTree(unpacking);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Path processFile(StackHome home) {
        return home.processFile("redis");
    }

    private static StackException failed(StackHome home, String reason) {
        return new StackException(
                "Expected Redis to start, but %s; %s has more".formatted(reason, home.logFile("redis")));
    }
}
