package io.colloquy.frames.vision;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the pictures that are not part of the repository: in the folder that {@code COLLOQUY_DATA} names (environment or
 * system property), else in {@code ../shared/data} beside the checkout. Tests that need them are skipped without them.
 */
public final class RealPictures {
    private RealPictures() {}

    public static Path folder(String name) {
        Path folder = data().resolve(name);
        assumeTrue(Files.isDirectory(folder), "skipped: there is no data folder " + folder.toAbsolutePath());
        return folder;
    }

    static List<Path> jpegs(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder(name))) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
    }

    private static Path data() {
        return Optional.ofNullable(System.getProperty("COLLOQUY_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("COLLOQUY_DATA")))
                .map(Path::of)
                .orElseGet(() -> checkout().resolve("../shared/data").normalize());
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
