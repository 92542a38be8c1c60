package io.colloquy.frames.training;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/** Learnt weights as constants of the graph, so that the saved model is one file without variables. */
record FrozenParameters(Ops tf, Weights weights) implements Parameters {
    @Override
    public Operand<TFloat32> kernel(String name, double deviation, long... shape) {
        return constant(name, shape);
    }

    @Override
    public Operand<TFloat32> bias(String name, long channels) {
        return constant(name, channels);
    }

    @Override
    public Operand<TFloat32> normalise(String name, Operand<TFloat32> input, long channels) {
        return tf.nn.fusedBatchNorm(
                        input,
                        constant(name + "_gamma", channels),
                        constant(name + "_beta", channels),
                        constant(name + "_mean", channels),
                        constant(name + "_variance", channels),
                        FusedBatchNorm.isTraining(false),
                        EPSILON)
                .y();
    }

    @Override
    public Operand<TFloat32> dropout(Operand<TFloat32> input) {
        return input;
    }

    private Operand<TFloat32> constant(String name, long... shape) {
        return tf.constant(Shape.of(shape), DataBuffers.of(weights.of(name)));
    }
}
