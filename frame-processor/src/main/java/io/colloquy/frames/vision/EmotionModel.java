package io.colloquy.frames.vision;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.SessionFunction;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * A TensorFlow SavedModel that reads expressions: {@code serving_default} from faces [n, s, s, c] with s from 48 to 64
 * and c 1 or 3, to probabilities [n, 7]. {@code model.json} beside it may name the labels in the order of the outputs
 * and the scaling of the grey values; without it the labels are in the order of {@link Emotion} and grey is brought to
 * −1…1. Any model of that form fits. Thread-safe; one thread per call, because more make single pictures slower.
 */
public final class EmotionModel implements AutoCloseable {
    private static final int WARM_UPS = 3;

    private final SavedModelBundle bundle;
    private final SessionFunction function;
    private final ModelShape shape;
    private final ModelDescription description;
    private final String hash;

    private EmotionModel(SavedModelBundle bundle, ModelShape shape, ModelDescription description, String hash) {
        this.bundle = bundle;
        this.function = bundle.function(ModelShape.SIGNATURE);
        this.shape = shape;
        this.description = description;
        this.hash = hash;
    }

    /** Loads the model that comes with this module, onto the processor. */
    public static EmotionModel bundled() {
        return bundled(Device.CPU);
    }

    /** Loads the model that comes with this module. */
    public static EmotionModel bundled(Device device) {
        Path folder = BundledModel.unpack();
        try {
            return load(folder, device);
        } finally {
            BundledModel.delete(folder);
        }
    }

    /**
     * Looks at a model without loading it, so that a service can refuse a wrong one when it starts.
     *
     * @throws IllegalArgumentException if there is no model, or one of another form
     */
    public static void check(Path folder) {
        ModelShape.read(folder);
        ModelDescription.read(folder);
    }

    /** Loads the model of a folder onto the processor, see {@link #load(Path, Device)}. */
    public static EmotionModel load(Path folder) {
        return load(folder, Device.CPU);
    }

    /** The name of a folder's model, or of the one that comes with this module, without loading it. */
    public static String name(Optional<Path> folder) {
        return folder.map(path -> ModelDescription.read(path).name()).orElseGet(BundledModel::name);
    }

    /**
     * Loads the model of a folder and runs it a few times, so that the first real frame is not slow.
     *
     * @throws IllegalArgumentException if there is no model, or one of another form
     * @throws IllegalStateException if the device is not there
     */
    public static EmotionModel load(Path folder, Device device) {
        ModelShape shape = ModelShape.read(folder);
        ModelDescription description = ModelDescription.read(folder);
        String hash = ModelHash.of(folder);
        SavedModelBundle bundle = open(folder, device.session());
        try {
            EmotionModel model = new EmotionModel(bundle, shape, description, hash);
            for (int i = 0; i < WARM_UPS; i++) {
                model.classify(new float[model.side() * model.side()]);
            }
            return model;
        } catch (RuntimeException refused) {
            bundle.close();
            throw refused;
        }
    }

    private static SavedModelBundle open(Path folder, ConfigProto session) {
        try {
            return SavedModelBundle.loader(folder.toString())
                    .withTags(ModelShape.TAG)
                    .withConfigProto(session)
                    .load();
        } catch (TensorFlowException e) {
            throw new IllegalArgumentException(
                    "Expected a TensorFlow SavedModel in '" + folder + "', but it cannot be loaded", e);
        }
    }

    /** Width and height of the faces it reads, in pixels. */
    public int side() {
        return shape.side();
    }

    /** What its makers call it; for people, while {@link #hash()} identifies it. */
    public String name() {
        return description.name();
    }

    /** SHA-256 of the model's files, hex; it names the model in each reading. */
    public String hash() {
        return hash;
    }

    /** Reads one face of {@code side() × side()} grey values from 0 to 255, row by row. */
    public Probabilities classify(float[] face) {
        return classify(List.of(face)).getFirst();
    }

    /**
     * Reads several faces in one run of the network.
     *
     * @param faces each as in {@link #classify(float[])}, at least one
     * @return their probabilities, in the same order
     */
    public List<Probabilities> classify(List<float[]> faces) {
        FloatBuffer values = FloatBuffer.allocate(faces.size() * side() * side() * shape.channels());
        faces.forEach(face -> write(face, values));
        try (TFloat32 input = TFloat32.tensorOf(
                        Shape.of(faces.size(), side(), side(), shape.channels()), DataBuffers.of(values.flip()));
                Result result = function.call(Map.of(shape.input(), input))) {
            int classes = description.labels().size();
            float[] flat = new float[faces.size() * classes];
            ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(flat);
            List<Probabilities> all = new ArrayList<>(faces.size());
            for (int i = 0; i < faces.size(); i++) {
                all.add(probabilities(flat, i * classes));
            }
            return all;
        }
    }

    private void write(float[] face, FloatBuffer values) {
        if (face.length != side() * side()) {
            throw new IllegalArgumentException(
                    "Expected a face of " + side() + " × " + side() + " values, but got " + face.length);
        }
        for (float grey : face) {
            float scaled = description.scaling().apply(grey);
            for (int channel = 0; channel < shape.channels(); channel++) {
                values.put(scaled);
            }
        }
    }

    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the values, by contract
    private Probabilities probabilities(float[] flat, int from) {
        float[] ordered = new float[description.labels().size()];
        for (int i = 0; i < ordered.length; i++) {
            ordered[description.labels().get(i).ordinal()] = flat[from + i];
        }
        return Probabilities.of(ordered);
    }

    @Override
    public void close() {
        bundle.close();
    }
}
