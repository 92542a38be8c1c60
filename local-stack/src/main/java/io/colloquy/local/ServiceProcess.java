package io.colloquy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One service as a process of its own beside this one, started as {@code colloquy service NAME} starts it: to see what
 * happens when it is killed.
 */
public final class ServiceProcess implements AutoCloseable {
    private static final long STOP_TIMEOUT_SECONDS = 12;

    private static final List<String> QUICK_START = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Process process;

    private ServiceProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it with the Java and the class path of this process.
     *
     * @param environment the only {@code COLLOQUY_} variables that it gets
     * @param log what it says is appended there
     */
    public static ServiceProcess start(Service service, Map<String, String> environment, Path log) {
        return start(service, environment, log, QUICK_START);
    }

    /**
     * As {@link #start(Service, Map, Path)}, with other options of Java than those that make it start quickly: to see how
     * fast it is when it has run for a while.
     */
    public static ServiceProcess start(
            Service service, Map<String, String> environment, Path log, List<String> javaOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.cachedir="
                        + System.getProperty("org.bytedeco.javacpp.cachedir", defaultNativeFolder()),
                "-cp",
                System.getProperty("java.class.path"),
                Colloquy.class.getName(),
                "service",
                service.id()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("COLLOQUY_"));
        builder.environment().putAll(environment);
        try {
            return new ServiceProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The operating system's view of it, for example how much processor time it has had. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** As {@code kill -9} does: it learns nothing of it. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Asks it to stop, and returns when it has. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitExit()) {
            kill();
        }
    }

    private boolean awaitExit() {
        try {
            return process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String defaultNativeFolder() {
        return Path.of(System.getProperty("user.home"), ".javacpp", "cache").toString();
    }
}
