package io.colloquy.frames.training;

import java.util.List;

/**
 * How much more or less certain a network should be than it is, so that its probabilities mean what they say: one factor
 * for all logits, chosen by likelihood (Guo et al., "On calibration of modern neural networks", 2017, there as temperature, its
 * inverse). It changes no choice. Networks that learn from soft labels are too modest, theirs is above 1.
 */
final class Sharpness {
    /** That of a network that is left as it is. */
    static final double NONE = 1;

    private static final double LEAST = 0.5;
    private static final double MOST = 3;
    private static final double STEP = 0.05;

    private Sharpness() {}

    /** The factor under which the true labels are likeliest. */
    static double fit(List<float[]> probabilities, List<Integer> labels) {
        double best = NONE;
        double highest = Double.NEGATIVE_INFINITY;
        for (double factor = LEAST; factor <= MOST; factor += STEP) {
            double likelihood = likelihood(probabilities, labels, factor);
            if (likelihood > highest) {
                highest = likelihood;
                best = factor;
            }
        }
        return Measures.rounded(best);
    }

    private static double likelihood(List<float[]> probabilities, List<Integer> labels, double factor) {
        double sum = 0;
        for (int i = 0; i < labels.size(); i++) {
            double all = 0;
            for (float probability : probabilities.get(i)) {
                all += Math.pow(Math.max(probability, 1e-9), factor);
            }
            double own = Math.pow(Math.max(probabilities.get(i)[labels.get(i)], 1e-9), factor);
            sum += Math.log(own / all);
        }
        return sum;
    }
}
