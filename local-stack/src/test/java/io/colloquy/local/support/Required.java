package io.colloquy.local.support;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a test needs of the machine and cannot bring along: a test without it is skipped on a developer's machine and fails
 * in CI, where a skipped test would go unnoticed.
 */
public final class Required {
    private Required() {}

    /** The first of these programs on the path. */
    public static Path program(String... names) {
        Optional<Path> found =
                Arrays.stream(names).flatMap(name -> onPath(name).stream()).findFirst();
        if (found.isEmpty()) {
            missing("Expected %s on the path, but there is none".formatted(String.join(" or ", names)));
        }
        return found.orElseThrow();
    }

    /** Ends the test: as a failure in CI, elsewhere as skipped. */
    public static void missing(String sentence) {
        if ("true".equals(System.getenv("CI"))) {
            fail(sentence);
        }
        abort(sentence);
    }

    private static Optional<Path> onPath(String name) {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return folders.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
