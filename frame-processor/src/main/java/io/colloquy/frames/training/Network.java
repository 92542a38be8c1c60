package io.colloquy.frames.training;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A shape of network: from pictures to one number per class. */
interface Network {
    int CLASSES = 7;

    /** A short name for people. */
    String name();

    /** From pictures [n, side, side, 1] in −1…1 to logits [n, 7]. */
    Operand<TFloat32> logits(Ops tf, Parameters parameters, Operand<TFloat32> pictures);
}
