package io.colloquy.frames.training;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What a file of labelled pictures holds, by its first bytes. */
enum DataFile {
    FACES,
    EYES;

    static DataFile kind(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("Expected the data file '" + file + "', but "
                    + (Files.isDirectory(file) ? "that is a folder" : "there is none"));
        }
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            return switch (in.readInt()) {
                case FerpFile.MAGIC -> FACES;
                case EyePictures.MAGIC -> EYES;
                default -> throw refused(file, "begins otherwise");
            };
        } catch (ZipException | EOFException e) {
            throw refused(file, "is not compressed with gzip, or empty");
        }
    }

    private static IllegalArgumentException refused(Path file, String found) {
        return new IllegalArgumentException(
                "Expected faces (.ferp.gz) or eyes (.eyep.gz) in '" + file + "', but the file " + found);
    }
}
