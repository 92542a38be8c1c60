package io.colloquy.frames.vision;

import java.util.Map;
import org.tensorflow.Signature;
import org.tensorflow.Signature.TensorDescription;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;

/**
 * What we need to know of a model's signature, once it is known to fit.
 *
 * @param input name of the one input
 * @param side width and height of the faces that it reads, pixels
 */
record ModelShape(String input, int side) {
    private static final int SMALLEST = 48;
    private static final int LARGEST = 64;

    static ModelShape of(Signature signature) {
        Map<String, TensorDescription> inputs = signature.getInputs();
        Map<String, TensorDescription> outputs = signature.getOutputs();
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw refused(inputs.keySet() + " → " + outputs.keySet());
        }
        Map.Entry<String, TensorDescription> input =
                inputs.entrySet().iterator().next();
        TensorDescription in = input.getValue();
        TensorDescription out = outputs.values().iterator().next();
        if (!takesFaces(in) || !givesProbabilities(out)) {
            throw refused(in.shape + " of " + in.dataType + " → " + out.shape + " of " + out.dataType);
        }
        return new ModelShape(input.getKey(), Math.toIntExact(in.shape.get(1)));
    }

    private static boolean takesFaces(TensorDescription input) {
        Shape shape = input.shape;
        return input.dataType == DataType.DT_FLOAT
                && shape.numDimensions() == 4
                && shape.get(0) <= 1
                && shape.get(1) == shape.get(2)
                && shape.get(1) >= SMALLEST
                && shape.get(1) <= LARGEST
                && shape.get(3) == 1;
    }

    private static boolean givesProbabilities(TensorDescription output) {
        return output.dataType == DataType.DT_FLOAT
                && output.shape.numDimensions() == 2
                && output.shape.get(1) == Emotion.values().length;
    }

    private static IllegalArgumentException refused(String found) {
        return new IllegalArgumentException(
                "Expected a model from faces [n, 48 to 64, the same, 1] to probabilities [n, 7], both floats, but it has "
                        + found);
    }
}
