package io.colloquy.frames.training;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A small network of the Xception family: two plain convolutions, then residual blocks of depthwise separable
 * convolutions, each halving the picture, then one prediction per place, averaged. Few weights and no dense layer keep
 * it fast on a processor without accelerator.
 *
 * @param stem channels of the two plain convolutions; the second one halves the picture
 * @param blocks channels of each residual block
 */
record MiniXception(List<Integer> stem, List<Integer> blocks) {
    /** The published weights have this shape. */
    static final MiniXception STANDARD = new MiniXception(List.of(16, 32), List.of(64, 128, 192));

    static final int CLASSES = 7;

    private static final List<Long> EACH = List.of(1L, 1L, 1L, 1L);
    private static final List<Long> EVERY_SECOND = List.of(1L, 2L, 2L, 1L);

    /** From pictures [n, side, side, 1] in −1…1 to logits [n, 7]. */
    Operand<TFloat32> logits(Ops tf, Parameters parameters, Operand<TFloat32> pictures) {
        Builder net = new Builder(tf, parameters);
        Operand<TFloat32> x = net.normalisedConvolution("stem1", pictures, 3, 1, stem.get(0), EACH);
        x = net.normalisedConvolution("stem2", tf.nn.relu(x), 3, stem.get(0), stem.get(1), EVERY_SECOND);
        x = tf.nn.relu(x);
        int channels = stem.get(1);
        for (int i = 0; i < blocks.size(); i++) {
            x = net.block("block" + (i + 1), x, channels, blocks.get(i));
            channels = blocks.get(i);
        }
        Operand<TFloat32> described = parameters.dropout(tf.math.mean(tf.nn.relu(x), tf.array(1, 2)));
        Operand<TFloat32> kernel = parameters.kernel("head", Math.sqrt(1.0 / channels), channels, CLASSES);
        return tf.math.add(tf.linalg.matMul(described, kernel), parameters.bias("head_bias", CLASSES));
    }

    private record Builder(Ops tf, Parameters parameters) {
        Operand<TFloat32> block(String name, Operand<TFloat32> input, int from, int to) {
            Operand<TFloat32> shortcut = normalisedConvolution(name + "_shortcut", input, 1, from, to, EVERY_SECOND);
            Operand<TFloat32> x = tf.nn.relu(separable(name + "_separable1", input, from, to));
            x = separable(name + "_separable2", x, to, to);
            x = tf.nn.maxPool(x, tf.array(1, 3, 3, 1), tf.array(1, 2, 2, 1), "SAME");
            return tf.math.add(shortcut, x);
        }

        Operand<TFloat32> separable(String name, Operand<TFloat32> input, int from, int to) {
            Operand<TFloat32> depthwise = tf.nn.depthwiseConv2dNative(
                    input, parameters.kernel(name + "_depthwise", Math.sqrt(2.0 / 9), 3, 3, from, 1), EACH, "SAME");
            return normalisedConvolution(name, depthwise, 1, from, to, EACH);
        }

        Operand<TFloat32> normalisedConvolution(
                String name, Operand<TFloat32> input, int side, int from, int to, List<Long> strides) {
            double deviation = Math.sqrt(2.0 / (side * side * from));
            Operand<TFloat32> kernel = parameters.kernel(name, deviation, side, side, from, to);
            return parameters.normalise(name, tf.nn.conv2d(input, kernel, strides, "SAME"), to);
        }
    }
}
