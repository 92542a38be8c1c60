package io.colloquy.frames.vision;

/**
 * A layer of 3 × 3 convolutions with the border kept, then everything below 0 set to 0. Pictures are rows of places, each
 * with its channels side by side. Written out because it is small: a call into a framework would take longer.
 *
 * @param side width and height of the pictures
 * @param inputs channels that come in
 * @param outputs channels that go out
 * @param kernel weights by row, column, input, output
 * @param bias one per output
 */
@SuppressWarnings("ArrayRecordComponent") // weights, handed around and never compared
public record Convolution(int side, int inputs, int outputs, float[] kernel, float[] bias) {
    /** Rows and columns of the kernel. */
    public static final int REACH = 3;

    /** What {@link Convolution#eachPair} tells: a place that goes out, a neighbour that comes in, and its weights. */
    @FunctionalInterface
    public interface Pair {
        /** Offsets of the first channel at the place and at its neighbour, and of the first weight between them. */
        void of(int place, int neighbour, int weights);
    }

    /** From {@code side × side × inputs} values to {@code side × side × outputs}. */
    public float[] forward(float[] picture) {
        float[] result = new float[side * side * outputs];
        for (int place = 0; place < side * side; place++) {
            System.arraycopy(bias, 0, result, place * outputs, outputs);
        }
        eachPair((place, neighbour, weights) -> add(picture, neighbour, weights, result, place));
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.max(0, result[i]);
        }
        return result;
    }

    private void add(float[] picture, int neighbour, int weights, float[] result, int place) {
        for (int input = 0; input < inputs; input++) {
            float value = picture[neighbour + input];
            int from = weights + input * outputs;
            for (int output = 0; output < outputs; output++) {
                result[place + output] += value * kernel[from + output];
            }
        }
    }

    /** Visits each place with each of its neighbours and itself, as far as they are in the picture. */
    public void eachPair(Pair visitor) {
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                for (int row = Math.max(0, 1 - y); row < Math.min(REACH, side + 1 - y); row++) {
                    for (int column = Math.max(0, 1 - x); column < Math.min(REACH, side + 1 - x); column++) {
                        visitor.of(
                                (y * side + x) * outputs,
                                ((y + row - 1) * side + x + column - 1) * inputs,
                                (row * REACH + column) * inputs * outputs);
                    }
                }
            }
        }
    }
}
