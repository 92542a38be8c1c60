package io.colloquy.local.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The scripts of {@code src/test/node}, run by the Node of this machine with the packages that their lock file pins.
 *
 * <p>They are copied to {@code target/node} and their packages fetched there once; a script gets one JSON object on
 * standard input and gives one on standard output.
 */
public final class NodeScripts {
    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "node").toAbsolutePath();
    private static final Path INSTALLED = FOLDER.resolve("installed-package-lock.json");
    private static final Duration INSTALL_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration SCRIPT_TIMEOUT = Duration.ofMinutes(5);

    private final Path node;

    private NodeScripts(Path node) {
        this.node = node;
    }

    /** The scripts, ready to run; ends the test where Node, npm or the packages cannot be had. */
    public static synchronized NodeScripts ready() {
        Path node = Required.program("node", "nodejs");
        Path npm = Required.program("npm");
        copySources();
        install(npm);
        return new NodeScripts(node);
    }

    /** A folder for what scripts need or leave behind. */
    public static Path folder(String name) {
        try {
            return Files.createDirectories(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a script to its end; its steps and errors are in the failure if it does not exit with 0. */
    public JsonNode run(String script, Map<String, ?> input) {
        Path output = folder("output").resolve(script + ".json");
        Path errors = folder("output").resolve(script + ".log");
        int exit = run(List.of(node.toString(), script), Json.write(input), output, errors, SCRIPT_TIMEOUT);
        if (exit != 0) {
            throw new AssertionError(
                    "Expected %s to exit with 0, but it exited with %d:%n%s".formatted(script, exit, read(errors)));
        }
        return json(output);
    }

    private static void install(Path npm) {
        Path lock = FOLDER.resolve("package-lock.json");
        if (Files.exists(INSTALLED) && read(INSTALLED).equals(read(lock))) {
            return;
        }
        Path log = folder("output").resolve("npm.log");
        List<String> command = List.of(npm.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        if (run(command, "", log, log, INSTALL_TIMEOUT) != 0) {
            Required.missing("Expected npm to fetch the packages of src/test/node, but it could not; see " + log);
        }
        copy(lock, INSTALLED);
    }

    private static int run(List<String> command, String input, Path output, Path errors, Duration timeout) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            try (var standardInput = process.outputWriter()) {
                standardInput.write(input);
            }
            if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError(
                    "Expected %s to end within %s, but it did not:%n%s".formatted(command, timeout, read(errors)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected a script to end, but was interrupted", e);
        }
    }

    private static void copySources() {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            Files.createDirectories(FOLDER);
            sources.filter(Files::isRegularFile).forEach(file -> copy(file, FOLDER.resolve(file.getFileName())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return Json.MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
