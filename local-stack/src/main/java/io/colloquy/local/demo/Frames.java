package io.colloquy.local.demo;

import io.colloquy.frames.vision.DrawnFace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the pictures come from: the n-th frame as JPEG bytes. */
@FunctionalInterface
public interface Frames {

    /** The JPEG of frame {@code number}, from 0 on without end. */
    byte[] jpeg(long number);

    /** A face drawn by our own code. */
    static Frames drawn() {
        return DrawnFace::jpeg;
    }

    /**
     * The JPEG files of a folder in the order of their names, over and over.
     *
     * @throws DemoException when there are none
     */
    static Frames looped(Path folder) {
        List<byte[]> pictures = files(folder).stream().map(Frames::read).toList();
        return number -> pictures.get((int) (number % pictures.size()));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DemoException("Expected --frames to name a folder, but '%s' is none".formatted(folder));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(Frames::isJpeg).sorted().toList();
            if (files.isEmpty()) {
                throw new DemoException("Expected JPEG files in '%s', but there are none".formatted(folder));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJpeg(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DemoException("Expected to read '%s', but could not".formatted(file), e);
        }
    }
}
