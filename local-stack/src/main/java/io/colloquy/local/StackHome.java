package io.colloquy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The two folders that hold everything a stack writes.
 *
 * @param cache what is unpacked from artefacts and can be unpacked again; shared by all stacks of one user
 * @param data what must outlive a restart: logs of Kafka, tables, secrets, process ids
 */
public record StackHome(Path cache, Path data) {
    private static final String VARIABLE = "COLLOQUY_HOME";
    private static final String TEMPORARY = "temporary";

    /** The user's own stack under {@code COLLOQUY_HOME}, by default {@code ~/.colloquy}. */
    public static StackHome ofUser(Map<String, String> environment) {
        Path root = root(environment);
        return new StackHome(root.resolve("cache"), root.resolve("data")).create();
    }

    /** A stack that starts empty, beside the user's own; the caller deletes {@link #data} when done. */
    public static StackHome temporary(Map<String, String> environment) {
        Path root = root(environment);
        try {
            Path parent = Files.createDirectories(root.resolve(TEMPORARY));
            return new StackHome(root.resolve("cache"), Files.createTempDirectory(parent, "stack-")).create();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write below %s, but: %s".formatted(root, e.getMessage()), e);
        }
    }

    /** The folders of all temporary stacks that are there, whether they run or not. */
    static List<Path> temporaryFolders(Map<String, String> environment) {
        return Leftovers.foldersIn(root(environment).resolve(TEMPORARY));
    }

    /** A stack below a folder of the caller's choice that still shares what the user's stacks have unpacked. */
    public static StackHome at(Path data, Map<String, String> environment) {
        return new StackHome(root(environment).resolve("cache"), data).create();
    }

    /** Removes the data of a stack that has stopped; what was unpacked stays for the next one. */
    public void delete() {
        try (Stream<Path> paths = Files.walk(data)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to remove %s, but: %s".formatted(data, e.getMessage()), e);
        }
    }

    /** A folder for one purpose, made if absent. */
    Path folder(String name) {
        return createDirectories(data.resolve(name));
    }

    /** A folder for one kind of unpacked artefact, made if absent. */
    Path cacheFolder(String name) {
        return createDirectories(cache.resolve(name));
    }

    /** The file that remembers a child process over a crash of this one. */
    Path processFile(String name) {
        return folder("run").resolve(name + ".pid");
    }

    Path logFile(String name) {
        return folder("logs").resolve(name + ".log");
    }

    /** Real paths, because children are recognised by the path in their command line. */
    private StackHome create() {
        try {
            return new StackHome(
                    createDirectories(cache).toRealPath(),
                    createDirectories(data).toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root(Map<String, String> environment) {
        String configured = environment.getOrDefault(VARIABLE, "");
        return configured.isBlank() ? Path.of(System.getProperty("user.home"), ".colloquy") : Path.of(configured);
    }

    private static Path createDirectories(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StackException(
                    "Expected to write to %s, but: %s; set %s to another folder"
                            .formatted(folder, e.getMessage(), VARIABLE),
                    e);
        }
    }
}
