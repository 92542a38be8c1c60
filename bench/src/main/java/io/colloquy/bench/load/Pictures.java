package io.colloquy.bench.load;

import io.colloquy.frames.vision.DrawnFace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The pictures that are sent, over and over.
 *
 * @param origin for the tables
 */
public record Pictures(String origin, List<byte[]> jpegs) {
    /** Frames of a webcam, where the data folder is there. */
    private static final String SEQUENCE = "sequences/blink_webcam_640x360_30fps";

    private static final int DRAWN = 90;

    public Pictures {
        jpegs = List.copyOf(jpegs);
    }

    /** The n-th picture. */
    public byte[] get(long number) {
        return jpegs.get((int) (number % jpegs.size()));
    }

    /** Bytes that begin like a JPEG and cannot be compressed. */
    public static Pictures filler(int bytes) {
        byte[] jpeg = new byte[bytes];
        new Random(1).nextBytes(jpeg);
        jpeg[0] = (byte) 0xFF;
        jpeg[1] = (byte) 0xD8;
        jpeg[2] = (byte) 0xFF;
        return new Pictures("filler of %d bytes".formatted(bytes), List.of(jpeg));
    }

    /** The webcam's sequence, or a drawn face without the data folder. */
    public static Pictures ofFaces() {
        return sequence()
                .orElseGet(() -> new Pictures(
                        "drawn face, %d × %d".formatted(DrawnFace.WIDTH, DrawnFace.HEIGHT),
                        LongStream.range(0, DRAWN).mapToObj(DrawnFace::jpeg).toList()));
    }

    private static Optional<Pictures> sequence() {
        return dataFolder()
                .map(data -> data.resolve(SEQUENCE))
                .filter(Files::isDirectory)
                .map(folder -> new Pictures("webcam sequence, 640 × 360", jpegsIn(folder)));
    }

    /** {@code COLLOQUY_DATA}, or the folder beside the repository, from its root or from a module. */
    private static Optional<Path> dataFolder() {
        String named = System.getProperty("colloquy.data", System.getenv().getOrDefault("COLLOQUY_DATA", ""));
        Stream<Path> candidates = named.isBlank()
                ? Stream.of(Path.of("../shared/data"), Path.of("../../shared/data"))
                : Stream.of(Path.of(named));
        return candidates.filter(Files::isDirectory).findFirst();
    }

    private static List<byte[]> jpegsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .map(Pictures::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
