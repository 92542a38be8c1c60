package io.colloquy.frames.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * A learnt network with its weights as constants: measures it and saves it. It looks at each picture and at its mirror
 * image and takes the mean of both.
 */
final class FrozenClassifier implements AutoCloseable {
    private static final int BATCH = 256;

    /** The axis of pictures [n, height, width, channels] that is turned round in a mirror. */
    private static final int WIDTH = 2;

    private final int side;
    private final Graph graph = new Graph();
    private final Placeholder<TFloat32> face;
    private final Operand<TFloat32> probabilities;
    private final Session session;

    /** @param sharpness what logits are multiplied by, see {@link Sharpness} */
    FrozenClassifier(Network network, int side, Weights weights, double sharpness, ConfigProto config) {
        this.side = side;
        Ops tf = Ops.create(graph);
        face = tf.withName("face").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, side, side, 1)));
        Operand<TFloat32> both = tf.concat(List.of(face, tf.reverse(face, tf.array(WIDTH))), tf.constant(0));
        Operand<TFloat32> logits = network.logits(tf, new FrozenParameters(tf, weights), both);
        Operand<TFloat32> mean = tf.math.mean(tf.reshape(logits, tf.array(2, -1, Network.CLASSES)), tf.constant(0));
        probabilities = tf.withName("probabilities").nn.softmax(tf.math.mul(mean, tf.constant((float) sharpness)));
        session = new Session(graph, config);
    }

    /** The probabilities of each picture, in the order of the pictures. */
    List<float[]> classify(LabelledPictures pictures) {
        List<float[]> all = new ArrayList<>();
        for (int from = 0; from < pictures.size(); from += BATCH) {
            int count = Math.min(BATCH, pictures.size() - from);
            float[] input = new float[count * side * side];
            for (int i = 0; i < count; i++) {
                Augmentation.Variant.UNCHANGED.write(pictures.pixels().get(from + i), side, input, i * side * side);
            }
            all.addAll(classify(input, count));
        }
        return all;
    }

    private List<float[]> classify(float[] input, int count) {
        try (TFloat32 tensor = TFloat32.tensorOf(Shape.of(count, side, side, 1))) {
            tensor.asRawTensor().data().asFloats().write(input);
            try (Result result =
                    session.runner().feed(face, tensor).fetch(probabilities).run()) {
                float[] flat = new float[count * Network.CLASSES];
                ((TFloat32) result.get(0)).asRawTensor().data().asFloats().read(flat);
                List<float[]> rows = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    rows.add(Arrays.copyOfRange(flat, i * Network.CLASSES, (i + 1) * Network.CLASSES));
                }
                return rows;
            }
        }
    }

    void save(Path directory) throws IOException {
        Signature signature = Signature.builder()
                .key("serving_default")
                .input("face", face)
                .output("probabilities", probabilities)
                .build();
        SavedModelBundle.exporter(directory.toString())
                .withSession(session)
                .withSignature(signature)
                .export();
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
