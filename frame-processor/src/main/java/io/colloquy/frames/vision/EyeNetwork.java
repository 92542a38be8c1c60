package io.colloquy.frames.vision;

import java.util.ArrayList;
import java.util.List;

/**
 * A small convolutional network over an {@link EyeDescriptor eye's} 24 × 24 values: three layers of convolutions, each
 * halving the picture by taking the largest of four, then two dense layers. Immutable but for who holds its weights.
 *
 * @param weights kernel and bias of each layer in turn; a trainer may change them
 */
public record EyeNetwork(List<float[]> weights) {
    /** Channels of the picture and after each layer of convolutions. */
    public static final List<Integer> CHANNELS = List.of(1, 12, 24, 32);

    /** Numbers after the first dense layer. */
    public static final int HIDDEN = 48;

    public EyeNetwork {
        weights = List.copyOf(weights);
        List<Integer> sizes = sizes();
        List<Integer> given = weights.stream().map(values -> values.length).toList();
        if (!given.equals(sizes)) {
            throw new IllegalArgumentException("Expected weights of the sizes " + sizes + ", but got " + given);
        }
    }

    /** How many weights each part has. */
    public static List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (int layer = 1; layer < CHANNELS.size(); layer++) {
            sizes.add(Convolution.REACH * Convolution.REACH * CHANNELS.get(layer - 1) * CHANNELS.get(layer));
            sizes.add(CHANNELS.get(layer));
        }
        sizes.add(described() * HIDDEN);
        sizes.add(HIDDEN);
        sizes.add(HIDDEN);
        sizes.add(1);
        return List.copyOf(sizes);
    }

    /** Numbers that come out of the convolutions. */
    public static int described() {
        int side = EyeDescriptor.SIDE >> (CHANNELS.size() - 1);
        return side * side * CHANNELS.getLast();
    }

    /** The layers of convolutions. */
    public List<Convolution> convolutions() {
        List<Convolution> layers = new ArrayList<>();
        for (int layer = 0; layer < CHANNELS.size() - 1; layer++) {
            layers.add(new Convolution(
                    EyeDescriptor.SIDE >> layer,
                    CHANNELS.get(layer),
                    CHANNELS.get(layer + 1),
                    weights.get(2 * layer),
                    weights.get(2 * layer + 1)));
        }
        return layers;
    }

    /** The log odds of a closed eye: above 0 rather closed. */
    public double logOdds(float[] eye) {
        float[] values = eye;
        for (Convolution layer : convolutions()) {
            values = halved(layer.forward(values), layer.side(), layer.outputs(), null);
        }
        float[] hidden = dense(values);
        float[] last = weights.get(weights.size() - 2);
        double sum = weights.getLast()[0];
        for (int i = 0; i < HIDDEN; i++) {
            sum += Math.max(0, hidden[i]) * last[i];
        }
        return sum;
    }

    /** The first dense layer, before everything below 0 is set to 0. */
    public float[] dense(float[] described) {
        float[] kernel = weights.get(weights.size() - 4);
        float[] hidden = weights.get(weights.size() - 3).clone();
        for (int i = 0; i < described.length; i++) {
            for (int k = 0; k < HIDDEN; k++) {
                hidden[k] += described[i] * kernel[i * HIDDEN + k];
            }
        }
        return hidden;
    }

    /**
     * A picture of half the side: the largest of each four.
     *
     * @param chosen takes the index of each of the largest; null where nobody needs to know
     */
    public static float[] halved(float[] picture, int side, int channels, int[] chosen) {
        int half = side / 2;
        float[] result = new float[half * half * channels];
        for (int i = 0; i < result.length; i++) {
            int place = i / channels;
            int first = (2 * (place / half) * side + 2 * (place % half)) * channels + i % channels;
            int best = first;
            best = picture[first + channels] > picture[best] ? first + channels : best;
            best = picture[first + side * channels] > picture[best] ? first + side * channels : best;
            best = picture[first + (side + 1) * channels] > picture[best] ? first + (side + 1) * channels : best;
            result[i] = picture[best];
            if (chosen != null) {
                chosen[i] = best;
            }
        }
        return result;
    }
}
