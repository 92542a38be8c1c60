package io.colloquy.local;

import io.colloquy.local.ChildProcess.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The Apicurio schema registry as a process of its own, on the Java that runs this one.
 *
 * <p>It speaks the Confluent REST API under {@link #url()}. Every commit reaches its file before the answer does
 * (H2's write delay is off): a schema id that a killed registry forgot would make records unreadable. Compatibility is
 * set to BACKWARD_TRANSITIVE for all subjects as soon as it runs, since its own default is none.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final String CONFLUENT_API = "/apis/ccompat/v7";

    private final Path processFile;
    private final Process process;
    private final int port;

    private EmbeddedRegistry(Path processFile, Process process, int port) {
        this.processFile = processFile;
        this.process = process;
        this.port = port;
    }

    /** Stops the registry of an earlier start that was killed; true if there was one. */
    static boolean reap(StackHome home) {
        return ChildProcess.reap(processFile(home), home.folder("registry"), StopSignal.TERM, STOP_TIMEOUT);
    }

    /** Returns when the registry answers and checks compatibility. */
    public static EmbeddedRegistry start(StackHome home, int port) {
        Process process = launch(home, port);
        ChildProcess.remember(processFile(home), process.toHandle());
        EmbeddedRegistry registry = new EmbeddedRegistry(processFile(home), process, port);
        try {
            registry.awaitReady(home);
            return registry;
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /** The root of the Confluent REST API, what clients take as {@code schema.registry.url}. */
    public String url() {
        return "http://%s:%d%s".formatted(LoopbackPorts.HOST, port, CONFLUENT_API);
    }

    /** For tests that kill it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        ChildProcess.stop(process.toHandle(), StopSignal.TERM, STOP_TIMEOUT);
        ChildProcess.forget(processFile);
    }

    private static Process launch(StackHome home, int port) {
        Path folder = home.folder("registry");
        Path application = RegistryApplication.locate();
        // The shell makes the child deaf to Ctrl-C, which a terminal sends to all: services stop before it does.
        List<String> command = List.of(
                "/bin/sh",
                "-c",
                "trap '' INT HUP; exec \"$@\"",
                "registry",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dcolloquy.folder=" + folder,
                "-Djava.io.tmpdir=" + home.folder("registry/tmp"),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dquarkus.http.host=" + LoopbackPorts.HOST,
                "-Dquarkus.http.port=" + port,
                // Its second door would stand open on all addresses and one fixed port.
                "-Dquarkus.management.host=" + LoopbackPorts.HOST,
                "-Dquarkus.management.port=0",
                "-jar",
                application.resolve("quarkus-run.jar").toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.logFile("registry").toFile()));
        builder.environment().putAll(environment(folder));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(Path folder) {
        return Map.of(
                "APICURIO_STORAGE_KIND", "sql",
                "APICURIO_STORAGE_SQL_KIND", "h2",
                "APICURIO_DATASOURCE_URL", "jdbc:h2:file:" + folder.resolve("schemas") + ";WRITE_DELAY=0");
    }

    private void awaitReady(StackHome home) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build()) {
            long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    throw failed(home, "it ended with code " + process.exitValue());
                }
                if (LoopbackPorts.answers(port) && requireCompatibility(client)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            throw failed(home, "it did not answer within " + START_TIMEOUT.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(home, "the start was interrupted");
        }
    }

    private boolean requireCompatibility(HttpClient client) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/config"))
                .timeout(REQUEST_TIMEOUT)
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"BACKWARD_TRANSITIVE\"}"))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // It listens before it serves.
        }
    }

    private static Path processFile(StackHome home) {
        return home.processFile("registry");
    }

    private static StackException failed(StackHome home, String reason) {
        return new StackException("Expected the schema registry to start, but %s; %s has more"
                .formatted(reason, home.logFile("registry")));
    }
}
