package io.colloquy.evaluator.labelled;

import java.util.List;

/** Logistic regression by Newton's method, with a penalty on the square of the weights. */
final class Logistic {
    private static final int STEPS = 30;

    private Logistic() {}

    /**
     * An observation that should come out as yes; one that should not has its values negated.
     *
     * @param values of the signs
     * @param count how much it counts
     */
    record Observation(double[] values, double count) {}

    static double[] fit(List<Observation> observations, double penalty) {
        int size = observations.getFirst().values().length;
        double[] weights = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int row = 0; row < size; row++) {
                gradient[row] = -penalty * weights[row];
                curvature[row][row] = penalty;
            }
            observations.forEach(observation -> add(observation, weights, gradient, curvature));
            double[] change = LinearSystem.solve(curvature, gradient);
            for (int row = 0; row < size; row++) {
                weights[row] += change[row];
            }
        }
        return weights;
    }

    private static void add(Observation observation, double[] weights, double[] gradient, double[][] curvature) {
        double[] values = observation.values();
        double evidence = 0;
        for (int row = 0; row < weights.length; row++) {
            evidence += weights[row] * values[row];
        }
        double doubt = 1 / (1 + Math.exp(evidence));
        for (int row = 0; row < weights.length; row++) {
            gradient[row] += observation.count() * doubt * values[row];
            for (int column = 0; column < weights.length; column++) {
                curvature[row][column] += observation.count() * doubt * (1 - doubt) * values[row] * values[column];
            }
        }
    }
}
