package io.colloquy.local.wholeinterview;

import io.colloquy.local.demo.Frames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds pictures that are not part of the repository: in the folder that {@code COLLOQUY_DATA} names (environment or system
 * property), or beside the repository in {@code shared/data}.
 */
final class WebcamSequence {
    static final String NAME = "sequences/blink_webcam_640x360_30fps";

    private WebcamSequence() {}

    static Optional<Frames> find() {
        Path data = Optional.ofNullable(System.getProperty("COLLOQUY_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("COLLOQUY_DATA")))
                .map(Path::of)
                .orElseGet(() -> Path.of("..", "..", "shared", "data"));
        Path folder = data.resolve(NAME);
        return Files.isDirectory(folder) ? Optional.of(Frames.looped(folder)) : Optional.empty();
    }
}
