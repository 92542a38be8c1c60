package io.colloquy.local.vision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A picture to look at.
 *
 * @param visible how many faces people see in it, where a {@code frames.csv} beside it says so ({@code file,size,visible_faces,…});
 *     null elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Picture(String name, byte[] jpeg, Integer visible) {

    /** The JPEG files of a folder in the order of their names, or one file. */
    static List<Picture> in(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(read(path, List.of()));
        }
        Path list = path.resolve("frames.csv");
        List<String> rows = Files.exists(list) ? Files.readAllLines(list) : List.of();
        try (Stream<Path> files = Files.list(path)) {
            List<Path> jpegs = files.filter(Picture::jpeg).sorted().toList();
            List<Picture> pictures = new ArrayList<>();
            for (Path file : jpegs) {
                pictures.add(read(file, rows));
            }
            return pictures;
        }
    }

    private static boolean jpeg(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    private static Picture read(Path file, List<String> rows) throws IOException {
        String name = file.getFileName().toString();
        Integer visible = rows.stream()
                .filter(row -> row.startsWith(name + ","))
                .map(row -> Integer.valueOf(row.split(",", 4)[2]))
                .findFirst()
                .orElse(null);
        return new Picture(name, Files.readAllBytes(file), visible);
    }
}
