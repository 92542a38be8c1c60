package io.colloquy.local.vision;

import io.colloquy.frames.vision.Box;
import io.colloquy.frames.vision.PictureAnalysis;
import io.colloquy.frames.vision.PictureReader;
import io.colloquy.frames.vision.Quality;
import io.colloquy.frames.vision.QualityFlag;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What is seen in each of some pictures, each on its own.
 *
 * @param visible how many faces people see, over the pictures of which that is known
 * @param found how many were found in those
 */
record PictureTable(List<Row> pictures, int visible, int found) {

    /**
     * A picture.
     *
     * @param visible null when unknown
     * @param faces the largest first; the first is taken for the candidate's
     * @param reason why it could not be looked at; null when it could
     */
    record Row(String file, Integer width, Integer height, Integer visible, List<Face> faces, String reason) {}

    /** A face; null is unknown. */
    record Face(
            Box box,
            String eyes,
            double sharpness,
            double brightness,
            double contrast,
            Double rollDegrees,
            List<QualityFlag> flags) {}

    static PictureTable of(List<Picture> pictures, PictureReader reader) {
        List<Row> rows = pictures.stream().map(picture -> row(picture, reader)).toList();
        List<Row> known = rows.stream().filter(row -> row.visible() != null).toList();
        return new PictureTable(
                rows,
                known.stream().mapToInt(Row::visible).sum(),
                known.stream().mapToInt(row -> row.faces().size()).sum());
    }

    private static Row row(Picture picture, PictureReader reader) {
        return switch (reader.read(picture.jpeg(), false)) {
            case PictureAnalysis.Read read ->
                new Row(
                        picture.name(),
                        read.width(),
                        read.height(),
                        picture.visible(),
                        read.faces().stream().map(PictureTable::face).toList(),
                        null);
            case PictureAnalysis.Unread unread ->
                new Row(
                        picture.name(),
                        null,
                        null,
                        picture.visible(),
                        List.of(),
                        unread.reason().name());
        };
    }

    private static Face face(PictureAnalysis.Face face) {
        Quality quality = face.quality();
        return new Face(
                face.box(),
                face.eyes().name().toLowerCase(Locale.ROOT),
                quality.sharpness(),
                quality.brightness(),
                quality.contrast(),
                known(quality.pose().roll()),
                quality.flags());
    }

    private static Double known(OptionalDouble value) {
        return value.isPresent() ? Math.round(value.getAsDouble() * 10) / 10.0 : null;
    }

    /** As a Markdown table. */
    String text() {
        StringBuilder text = new StringBuilder("""
                | picture | size | visible | found | candidate: box, sharpness, light, contrast, roll, eyes, flags | others |
                | --- | --- | ---: | ---: | --- | --- |
                """);
        pictures.forEach(row -> text.append(line(row)));
        return text.append("\nvisible ")
                .append(visible)
                .append(", found ")
                .append(found)
                .toString();
    }

    private static String line(Row row) {
        String size = row.width() == null ? "–" : row.width() + " × " + row.height();
        String seen = row.reason() != null
                ? row.reason()
                : row.faces().stream().findFirst().map(PictureTable::described).orElse("–");
        String others =
                row.faces().stream().skip(1).map(face -> box(face.box())).collect(Collectors.joining(", "));
        return "| %s | %s | %s | %d | %s | %s |%n"
                .formatted(
                        row.file(),
                        size,
                        row.visible() == null ? "?" : row.visible(),
                        row.faces().size(),
                        seen,
                        others);
    }

    private static String described(Face face) {
        return "%s, %.0f, %.0f, %.0f, %s, %s%s"
                .formatted(
                        box(face.box()),
                        face.sharpness(),
                        face.brightness(),
                        face.contrast(),
                        degrees(face.rollDegrees()),
                        face.eyes(),
                        face.flags().stream().map(flag -> ", " + flag).collect(Collectors.joining()));
    }

    private static String degrees(Double value) {
        return value == null ? "?" : "%.0f°".formatted(value);
    }

    private static String box(Box box) {
        return "%d,%d %d×%d".formatted(box.x(), box.y(), box.width(), box.height());
    }
}
