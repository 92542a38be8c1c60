package io.colloquy.frames.vision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * A TensorFlow SavedModel that reads expressions: {@code serving_default} from faces [n, s, s, 1] with s from 48 to 64,
 * grey brought to −1…1, to probabilities [n, 7] in the order of {@link Emotion}. Any model of that signature fits.
 * Thread-safe; one thread per call, because more make single pictures slower.
 */
public final class EmotionModel implements AutoCloseable {
    private static final String SIGNATURE = "serving_default";
    private static final int WARM_UPS = 3;

    private final SavedModelBundle bundle;
    private final SessionFunction function;
    private final ModelShape shape;
    private final String hash;

    private EmotionModel(SavedModelBundle bundle, ModelShape shape, String hash) {
        this.bundle = bundle;
        this.function = bundle.function(SIGNATURE);
        this.shape = shape;
        this.hash = hash;
    }

    /** Loads the model that comes with this module. */
    public static EmotionModel bundled() {
        Path folder = BundledModel.unpack();
        try {
            return load(folder);
        } finally {
            BundledModel.delete(folder);
        }
    }

    /**
     * Loads the model of a folder and runs it a few times, so that the first real frame is not slow.
     *
     * @throws IllegalArgumentException if there is no model, or one of another signature
     */
    public static EmotionModel load(Path folder) {
        if (!Files.isRegularFile(folder.resolve("saved_model.pb"))) {
            throw new IllegalArgumentException(
                    "Expected a TensorFlow SavedModel in '" + folder + "', but there is no saved_model.pb");
        }
        String hash = ModelHash.of(folder);
        SavedModelBundle bundle = open(folder);
        try {
            EmotionModel model = new EmotionModel(bundle, ModelShape.of(signature(bundle)), hash);
            for (int i = 0; i < WARM_UPS; i++) {
                model.classify(new float[model.side() * model.side()]);
            }
            return model;
        } catch (RuntimeException refused) {
            bundle.close();
            throw refused;
        }
    }

    private static SavedModelBundle open(Path folder) {
        ConfigProto oneThread = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(1)
                .setInterOpParallelismThreads(1)
                .build();
        try {
            return SavedModelBundle.loader(folder.toString())
                    .withTags("serve")
                    .withConfigProto(oneThread)
                    .load();
        } catch (TensorFlowException e) {
            throw new IllegalArgumentException(
                    "Expected a TensorFlow SavedModel in '" + folder + "', but it cannot be loaded", e);
        }
    }

    private static Signature signature(SavedModelBundle bundle) {
        return bundle.signatures().stream()
                .filter(signature -> signature.key().equals(SIGNATURE))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected a model with the signature '" + SIGNATURE
                        + "', but it has only "
                        + bundle.signatures().stream().map(Signature::key).toList()));
    }

    /** Width and height of the faces it reads, in pixels. */
    public int side() {
        return shape.side();
    }

    /** SHA-256 of the model's files, hex; it names the model in each reading. */
    public String hash() {
        return hash;
    }

    /** Reads one face of {@code side() × side()} values in −1…1, row by row. */
    public Probabilities classify(float[] face) {
        if (face.length != side() * side()) {
            throw new IllegalArgumentException(
                    "Expected a face of " + side() + " × " + side() + " values, but got " + face.length);
        }
        try (TFloat32 input = TFloat32.tensorOf(Shape.of(1, side(), side(), 1))) {
            input.asRawTensor().data().asFloats().write(face);
            try (Result result = function.call(Map.of(shape.input(), input))) {
                float[] values = new float[Emotion.values().length];
                ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(values);
                return Probabilities.of(values);
            }
        }
    }

    @Override
    public void close() {
        bundle.close();
    }
}
