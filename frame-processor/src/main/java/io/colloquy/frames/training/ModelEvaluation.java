package io.colloquy.frames.training;

import io.colloquy.frames.vision.Emotion;
import io.colloquy.frames.vision.EmotionModel;
import io.colloquy.frames.vision.EyeDescriptor;
import io.colloquy.frames.vision.EyeModel;
import io.colloquy.frames.vision.Probabilities;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Runs a model as the service does, over a file of labelled pictures, one picture at a time on one thread. */
final class ModelEvaluation {
    private static final List<String> EYES = List.of("closed", "open");

    private ModelEvaluation() {}

    /**
     * Everything there is to say of a model on a file, by name.
     *
     * @param excludedFlags records of faces that carry one of these flags are left out
     * @param model opens the emotion model, if the file holds faces
     */
    static Map<String, Object> of(Path file, int excludedFlags, Supplier<EmotionModel> model) throws IOException {
        try {
            return switch (DataFile.kind(file)) {
                case FACES -> faces(file, excludedFlags, model);
                case EYES -> eyes(file);
            };
        } catch (EOFException | ZipException e) {
            throw new IllegalArgumentException(
                    "Expected a whole file of labelled pictures in '" + file + "', but it is cut off or damaged", e);
        }
    }

    private static Map<String, Object> faces(Path file, int excludedFlags, Supplier<EmotionModel> source)
            throws IOException {
        LabelledPictures pictures = FerpFile.read(file, excludedFlags);
        try (EmotionModel model = source.get()) {
            Map<String, Object> facts =
                    heading(file, DataFile.FACES, Map.of("name", model.name(), "hash", model.hash()));
            facts.put("excluded_flags", excludedFlags);
            return measured(
                    facts,
                    pictures.pixels(),
                    pictures.labels(),
                    Emotion.labels(),
                    pixels -> floats(model.classify(grey(pixels, pictures.side(), model.side()))));
        }
    }

    private static Map<String, Object> eyes(Path file) throws IOException {
        List<EyePictures.Eye> eyes = EyePictures.read(file);
        return measured(
                heading(file, DataFile.EYES, Map.of("name", "eyes")),
                eyes,
                eyes.stream().map(EyePictures.Eye::label).toList(),
                EYES,
                closedOrOpen(EyeModel.bundled()));
    }

    /** The probabilities of a closed and of an open eye, from the model's log odds. */
    static Function<EyePictures.Eye, float[]> closedOrOpen(EyeModel model) {
        EyeDescriptor descriptor = new EyeDescriptor();
        return eye -> {
            double logOdds = model.closedness(List.of(EyeAugmentation.plain(descriptor, eye)))[0];
            float closed = (float) (1 / (1 + Math.exp(-logOdds)));
            return new float[] {closed, 1 - closed};
        };
    }

    private static Map<String, Object> heading(Path file, DataFile kind, Map<String, String> model) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", file.toString());
        facts.put("kind", kind.name().toLowerCase(Locale.ROOT));
        facts.put("model", model);
        return facts;
    }

    private static <P> Map<String, Object> measured(
            Map<String, Object> facts,
            List<P> pictures,
            List<Integer> labels,
            List<String> names,
            Function<P, float[]> model) {
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected pictures in '" + facts.get("file") + "', but there are none to measure");
        }
        List<float[]> probabilities = new ArrayList<>(pictures.size());
        long started = System.nanoTime();
        pictures.forEach(picture -> probabilities.add(model.apply(picture)));
        double milliseconds = (System.nanoTime() - started) / 1e6 / pictures.size();
        facts.putAll(Measures.of(probabilities, labels).facts(names));
        facts.put("milliseconds_per_image", Measures.rounded(milliseconds));
        return facts;
    }

    private static float[] floats(Probabilities probabilities) {
        float[] values = new float[probabilities.values().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = probabilities.values().get(i);
        }
        return values;
    }

    /** The picture as the model's input, resized only where the model wants another size. */
    private static float[] grey(byte[] pixels, int side, int wanted) {
        float[] values = new float[wanted * wanted];
        if (side == wanted) {
            for (int i = 0; i < values.length; i++) {
                values[i] = pixels[i] & 255;
            }
            return values;
        }
        Mat picture = new Mat(side, side, CvType.CV_8U);
        Mat resized = new Mat();
        try {
            picture.put(0, 0, pixels);
            Imgproc.resize(picture, resized, new Size(wanted, wanted), 0, 0, Imgproc.INTER_LINEAR);
            resized.convertTo(resized, CvType.CV_32F);
            resized.get(0, 0, values);
            return values;
        } finally {
            picture.release();
            resized.release();
        }
    }
}
