package io.colloquy.frames.training;

import io.colloquy.frames.vision.Convolution;
import io.colloquy.frames.vision.EyeNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Moves the weights of an {@link EyeNetwork}: gradients by hand, steps by Adam with decoupled decay. It is small enough
 * to be spelt out, so that learning eyes needs no framework and gives the same weights everywhere. Not thread-safe.
 */
final class EyeLearner {
    private static final int BATCH = 32;
    private static final float DROPPED_DESCRIBED = 0.25f;
    private static final float DROPPED_HIDDEN = 0.5f;
    private static final double SOFT = 0.03;
    private static final float FIRST_MOMENT = 0.9f;
    private static final float SECOND_MOMENT = 0.999f;
    private static final double DECAY = 1e-2;

    private final Random random;
    private final EyeNetwork network;
    private final List<float[]> gradients = zeros();
    private final List<float[]> first = zeros();
    private final List<float[]> second = zeros();
    private int learnt;

    EyeLearner(long seed) {
        this.random = new Random(seed);
        this.network = new EyeNetwork(drawn());
    }

    EyeNetwork network() {
        return network;
    }

    /** Learns from one eye; the weights move after each {@value #BATCH}. */
    void learn(float[] eye, boolean closed, double rate) {
        List<float[]> inputs = new ArrayList<>();
        List<float[]> outputs = new ArrayList<>();
        List<int[]> chosen = new ArrayList<>();
        float[] values = eye;
        for (Convolution layer : network.convolutions()) {
            inputs.add(values);
            outputs.add(layer.forward(values));
            chosen.add(new int[outputs.getLast().length / 4]);
            values = EyeNetwork.halved(outputs.getLast(), layer.side(), layer.outputs(), chosen.getLast());
        }
        float[] wanted = dense(dropped(values, DROPPED_DESCRIBED), closed);
        for (int i = 0; i < values.length; i++) {
            wanted[i] = values[i] == 0 ? 0 : wanted[i] / (1 - DROPPED_DESCRIBED);
        }
        for (int layer = inputs.size() - 1; layer >= 0; layer--) {
            float[] spread = new float[outputs.get(layer).length];
            for (int i = 0; i < wanted.length; i++) {
                spread[chosen.get(layer)[i]] += wanted[i];
            }
            wanted = convolution(layer, inputs.get(layer), outputs.get(layer), spread);
        }
        learnt++;
        if (learnt % BATCH == 0) {
            step(rate);
        }
    }

    /** Sets a share of the values to 0 and raises the others, so that their sum stays about the same. */
    private float[] dropped(float[] values, float share) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() < share ? 0 : values[i] / (1 - share);
        }
        return values;
    }

    /** Gradients of the dense layers; returns what the numbers described should have been more or less of. */
    private float[] dense(float[] described, boolean closed) {
        float[] hidden = network.dense(described);
        for (int k = 0; k < hidden.length; k++) {
            hidden[k] = Math.max(0, hidden[k]);
        }
        dropped(hidden, DROPPED_HIDDEN);
        int last = gradients.size() - 2;
        float[] kernel = network.weights().get(last);
        double logOdds = network.weights().getLast()[0];
        for (int k = 0; k < hidden.length; k++) {
            logOdds += hidden[k] * kernel[k];
        }
        float error = (float) (1 / (1 + Math.exp(-logOdds)) - (closed ? 1 - SOFT : SOFT));
        gradients.getLast()[0] += error;
        float[] hiddenError = new float[hidden.length];
        for (int k = 0; k < hidden.length; k++) {
            gradients.get(last)[k] += error * hidden[k];
            hiddenError[k] = hidden[k] > 0 ? error * kernel[k] / (1 - DROPPED_HIDDEN) : 0;
            gradients.get(last - 1)[k] += hiddenError[k];
        }
        return hidden(described, hiddenError);
    }

    private float[] hidden(float[] described, float[] hiddenError) {
        int part = gradients.size() - 4;
        float[] kernel = network.weights().get(part);
        float[] gradient = gradients.get(part);
        float[] wanted = new float[described.length];
        for (int i = 0; i < described.length; i++) {
            float sum = 0;
            for (int k = 0; k < hiddenError.length; k++) {
                sum += hiddenError[k] * kernel[i * hiddenError.length + k];
                gradient[i * hiddenError.length + k] += described[i] * hiddenError[k];
            }
            wanted[i] = sum;
        }
        return wanted;
    }

    private float[] convolution(int number, float[] input, float[] output, float[] wanted) {
        Convolution layer = network.convolutions().get(number);
        float[] bias = gradients.get(2 * number + 1);
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = output[i] > 0 ? wanted[i] : 0;
            bias[i % layer.outputs()] += wanted[i];
        }
        float[] gradient = gradients.get(2 * number);
        float[] before = new float[input.length];
        layer.eachPair((place, neighbour, weights) -> {
            for (int i = 0; i < layer.inputs(); i++) {
                int from = weights + i * layer.outputs();
                float value = input[neighbour + i];
                float sum = 0;
                for (int k = 0; k < layer.outputs(); k++) {
                    gradient[from + k] += value * wanted[place + k];
                    sum += layer.kernel()[from + k] * wanted[place + k];
                }
                before[neighbour + i] += sum;
            }
        });
        return before;
    }

    private void step(double rate) {
        double steps = learnt / (double) BATCH;
        double firstCorrection = 1 - Math.pow(FIRST_MOMENT, steps);
        double secondCorrection = 1 - Math.pow(SECOND_MOMENT, steps);
        for (int part = 0; part < gradients.size(); part++) {
            float[] weights = network.weights().get(part);
            float[] gradient = gradients.get(part);
            float[] mean = first.get(part);
            float[] square = second.get(part);
            double decay = part % 2 == 0 ? DECAY : 0;
            for (int i = 0; i < weights.length; i++) {
                float mine = gradient[i] / BATCH;
                mean[i] = FIRST_MOMENT * mean[i] + (1 - FIRST_MOMENT) * mine;
                square[i] = SECOND_MOMENT * square[i] + (1 - SECOND_MOMENT) * mine * mine;
                double direction = mean[i] / firstCorrection / (Math.sqrt(square[i] / secondCorrection) + 1e-8);
                weights[i] = (float) (weights[i] - rate * (direction + decay * weights[i]));
                gradient[i] = 0;
            }
        }
    }

    /** Kernels drawn for layers that set what is below 0 to 0; biases are 0. */
    private List<float[]> drawn() {
        List<float[]> weights = zeros();
        for (int part = 0; part < weights.size(); part += 2) {
            float[] kernel = weights.get(part);
            double inputs = kernel.length / (double) weights.get(part + 1).length;
            for (int i = 0; i < kernel.length; i++) {
                kernel[i] = (float) (random.nextGaussian() * Math.sqrt(2 / inputs));
            }
        }
        return weights;
    }

    private static List<float[]> zeros() {
        return EyeNetwork.sizes().stream().map(float[]::new).toList();
    }
}
