package io.colloquy.frames.vision;

import com.fasterxml.jackson.databind.ObjectMapper;
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
                try (InputStream in = open(name)) {
                    Files.copy(in, folder.resolve(name));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to unpack the emotion model, but that failed", e);
        }
    }

    /** The name in its description, without unpacking the weights. */
    static String name() {
        try (InputStream in = open(ModelDescription.FILE)) {
            return new ObjectMapper().readTree(in).path("name").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the emotion model's description, but that failed", e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = BundledModel.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException("Expected the emotion model at " + FOLDER + name + ", but it is not there");
        }
        return in;
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
