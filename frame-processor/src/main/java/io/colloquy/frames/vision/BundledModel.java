package io.colloquy.frames.vision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts the model of this module's jar into a folder, because TensorFlow reads models from folders only. */
final class BundledModel {
    private static final String FOLDER = "/models/emotion/";
    private static final List<String> FILES = List.of(ModelShape.FILE, ModelDescription.FILE);

    private BundledModel() {}

    static Path unpack() {
        try {
            Path folder = Files.createTempDirectory("colloquy-emotion-model");
            for (String name : FILES) {
                copy(FOLDER + name, folder.resolve(name));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to unpack the emotion model, but that failed", e);
        }
    }

    static ModelDescription description() {
        Path folder = unpack();
        try {
            return ModelDescription.read(folder);
        } finally {
            delete(folder);
        }
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = BundledModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Expected the emotion model at " + resource + ", but it is not there");
            }
            Files.copy(in, file);
        }
    }

    static void delete(Path folder) {
        try {
            for (String name : FILES) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to remove '" + folder + "', but that failed", e);
        }
    }
}
