package io.colloquy.frames.training;

import org.tensorflow.Operand;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/** Where the network gets its numbers from: variables while it learns, constants once it is frozen. */
sealed interface Parameters permits TrainableParameters, FrozenParameters {
    /** A convolution kernel, drawn around 0 with the given standard deviation when it is new. */
    Operand<TFloat32> kernel(String name, double deviation, long... shape);

    /** A bias per channel, 0 when it is new. */
    Operand<TFloat32> bias(String name, long channels);

    /** Batch normalisation with the statistics of the batch (training) or of the past (frozen). */
    Operand<TFloat32> normalise(String name, Operand<TFloat32> input, long channels);

    /** Drops a share of the values while training, none once frozen. */
    Operand<TFloat32> dropout(Operand<TFloat32> input);

    /** Keeps a variance of 0 from dividing by 0. */
    FusedBatchNorm.Options EPSILON = FusedBatchNorm.epsilon(1e-3f);
}
