package io.colloquy.frames.vision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the model of this module's jar into a folder, because TensorFlow reads models from folders only. */
final class BundledModel {
    private static final String RESOURCE = "/models/emotion/saved_model.pb";

    private BundledModel() {}

    static Path unpack() {
        try (InputStream in = BundledModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Expected the emotion model at " + RESOURCE + ", but it is not there");
            }
            Path folder = Files.createTempDirectory("colloquy-emotion-model");
            Files.copy(in, folder.resolve("saved_model.pb"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to unpack the emotion model, but that failed", e);
        }
    }

    static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve("saved_model.pb"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to remove '" + folder + "', but that failed", e);
        }
    }
}
