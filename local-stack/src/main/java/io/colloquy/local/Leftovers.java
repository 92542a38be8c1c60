package io.colloquy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What killed demos have left: processes that still run, and the data of stacks that nobody will start again. */
final class Leftovers {
    private Leftovers() {}

    /** Stops them and removes their data; leaves alone demos that run and data that somebody has kept. True if there were any. */
    static boolean tidy(Map<String, String> environment, Progress progress) {
        boolean found = false;
        for (Path folder : StackHome.temporaryFolders(environment)) {
            found |= tidy(StackHome.at(folder, environment), progress);
        }
        return found;
    }

    private static boolean tidy(StackHome home, Progress progress) {
        return HomeLock.tryAcquire(home)
                .map(lock -> {
                    boolean found;
                    try {
                        found = EmbeddedStack.reap(home, progress);
                    } finally {
                        lock.close();
                    }
                    if (found) {
                        home.delete();
                    }
                    return found;
                })
                .orElse(false);
    }

    static List<Path> foldersIn(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
