package io.colloquy.frames.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.colloquy.frames.vision.Box;
import io.colloquy.frames.vision.EyeState;
import io.colloquy.frames.vision.PictureAnalysis;
import io.colloquy.frames.vision.Quality;
import io.colloquy.frames.vision.QualityFlag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A picture as JSON.
 *
 * @param width pixels
 * @param height pixels
 * @param faces the largest first; where the organisation wants no face signals, the expression of the largest alone
 */
record PictureView(int width, int height, List<FaceView> faces) {

    /** A face; what the organisation does not want read is null. */
    record FaceView(Box box, String expression, Map<String, Float> probabilities, String eyes, QualityView quality) {}

    /** How well it can be seen; units as in {@link Quality}; null where it cannot be told. */
    record QualityView(
            int faceSize,
            double sharpness,
            double brightness,
            double contrast,
            Double rollDegrees,
            List<QualityFlag> flags) {}

    /** What read the expressions. */
    record ModelView(String name, String hash) {}

    /** Answer of {@code analyze}. */
    record Analysed(@JsonUnwrapped PictureView picture, ModelView model) {}

    /**
     * One entry of {@code batch}.
     *
     * @param picture null when it could not be looked at
     * @param reason null when it could
     * @param detail null when it could
     */
    record Entry(int index, PictureView picture, String reason, String detail) {}

    /** Answer of {@code batch}, in the order of the request. */
    record Batch(List<Entry> results, ModelView model) {}

    static PictureView of(PictureAnalysis.Read read, boolean faceSignals) {
        List<FaceView> faces = faceSignals
                ? read.faces().stream().map(PictureView::face).toList()
                : read.faces().stream().limit(1).map(PictureView::expression).toList();
        return new PictureView(read.width(), read.height(), faces);
    }

    private static FaceView face(PictureAnalysis.Face face) {
        FaceView expression = expression(face);
        return new FaceView(
                face.box(), expression.expression(), expression.probabilities(), name(face.eyes()), quality(face));
    }

    private static FaceView expression(PictureAnalysis.Face face) {
        return face.expression()
                .map(read -> new FaceView(null, read.likeliest().label(), read.byLabel(), null, null))
                .orElseGet(() -> new FaceView(null, null, null, null, null));
    }

    private static QualityView quality(PictureAnalysis.Face face) {
        Quality quality = face.quality();
        return new QualityView(
                quality.faceSize(),
                quality.sharpness(),
                quality.brightness(),
                quality.contrast(),
                known(quality.pose().roll()),
                quality.flags());
    }

    private static Double known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static String name(EyeState eyes) {
        return eyes.name().toLowerCase(Locale.ROOT);
    }
}
