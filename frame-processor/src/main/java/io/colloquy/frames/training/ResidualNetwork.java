package io.colloquy.frames.training;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A small residual network (He et al., "Deep residual learning", 2015): one plain convolution, then stages of three 3 × 3
 * convolutions, the first halving the picture, the other two around a shortcut; then the average over all places and one
 * layer to the classes. Plain convolutions, because processors work on them several times as fast, for the same number
 * of multiplications, as on the depthwise ones of the Xception family.
 *
 * @param stem channels of the first convolution
 * @param stages channels of each stage
 */
record ResidualNetwork(int stem, List<Integer> stages) implements Network {
    /** 1.9 million weights, 160 million multiplications a picture of 48 × 48. */
    static final ResidualNetwork STANDARD = new ResidualNetwork(32, List.of(64, 128, 256));

    private static final List<Long> EACH = List.of(1L, 1L, 1L, 1L);
    private static final List<Long> EVERY_SECOND = List.of(1L, 2L, 2L, 1L);

    @Override
    public String name() {
        return "residual-" + stages.size();
    }

    @Override
    public Operand<TFloat32> logits(Ops tf, Parameters parameters, Operand<TFloat32> pictures) {
        Builder net = new Builder(tf, parameters);
        Operand<TFloat32> x = tf.nn.relu(net.normalisedConvolution("stem", pictures, 3, 1, stem, EACH));
        int channels = stem;
        for (int i = 0; i < stages.size(); i++) {
            x = net.stage("stage" + (i + 1), x, channels, stages.get(i));
            channels = stages.get(i);
        }
        Operand<TFloat32> described = parameters.dropout(tf.math.mean(x, tf.array(1, 2)));
        Operand<TFloat32> kernel = parameters.kernel("head", Math.sqrt(1.0 / channels), channels, CLASSES);
        return tf.math.add(tf.linalg.matMul(described, kernel), parameters.bias("head_bias", CLASSES));
    }

    private record Builder(Ops tf, Parameters parameters) {
        Operand<TFloat32> stage(String name, Operand<TFloat32> input, int from, int to) {
            Operand<TFloat32> x = tf.nn.relu(normalisedConvolution(name + "_down", input, 3, from, to, EVERY_SECOND));
            Operand<TFloat32> y = tf.nn.relu(normalisedConvolution(name + "_conv1", x, 3, to, to, EACH));
            y = normalisedConvolution(name + "_conv2", y, 3, to, to, EACH);
            return tf.nn.relu(tf.math.add(x, y));
        }

        Operand<TFloat32> normalisedConvolution(
                String name, Operand<TFloat32> input, int side, int from, int to, List<Long> strides) {
            double deviation = Math.sqrt(2.0 / (side * side * from));
            Operand<TFloat32> kernel = parameters.kernel(name, deviation, side, side, from, to);
            return parameters.normalise(name, tf.nn.conv2d(input, kernel, strides, "SAME"), to);
        }
    }
}
