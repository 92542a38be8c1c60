package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.Judgement.Sign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fits how the signs weigh: a logistic model of which of two answers to the same question is the better one. */
final class SignWeights {
    private static final double PENALTY = 10;
    private static final int STEPS = 30;
    private static final double DIGITS = 1e4;

    private SignWeights() {}

    /** An example with the values of its signs, the words' among them. */
    record Measured(Example example, Map<String, Double> signs) {}

    static Map<String, Sign> fit(List<Measured> measured) {
        List<String> names =
                measured.getFirst().signs().keySet().stream().sorted().toList();
        Map<String, Sign> scales = new TreeMap<>();
        names.forEach(name -> scales.put(name, scale(measured, name)));
        List<double[]> differences = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (Measured better : measured) {
            for (Measured worse : measured) {
                if (better.example().question().equals(worse.example().question())
                        && better.example().label().isBetterThan(worse.example().label())) {
                    differences.add(names.stream()
                            .mapToDouble(name ->
                                    (better.signs().get(name) - worse.signs().get(name))
                                            / scales.get(name).deviation())
                            .toArray());
                    kinds.add(better.example().label() + ">" + worse.example().label());
                }
            }
        }
        double[] weights = newton(differences, balanced(kinds), names.size());
        Map<String, Sign> signs = new TreeMap<>();
        for (int number = 0; number < weights.length; number++) {
            Sign scale = scales.get(names.get(number));
            signs.put(names.get(number), new Sign(scale.mean(), scale.deviation(), rounded(weights[number])));
        }
        return signs;
    }

    private static Sign scale(List<Measured> measured, String name) {
        double[] values =
                measured.stream().mapToDouble(it -> it.signs().get(name)).toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return new Sign(rounded(mean), Math.max(rounded(Math.sqrt(variance)), 1 / DIGITS), 0);
    }

    /** Each kind of pair counts as much as the others, however many there are. */
    private static double[] balanced(List<String> kinds) {
        Map<String, Integer> counts = new HashMap<>();
        kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        return kinds.stream()
                .mapToDouble(kind -> (double) kinds.size() / counts.size() / counts.get(kind))
                .toArray();
    }

    private static double[] newton(List<double[]> differences, double[] counts, int size) {
        double[] weights = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int row = 0; row < size; row++) {
                gradient[row] = -PENALTY * weights[row];
                curvature[row][row] = PENALTY;
            }
            for (int pair = 0; pair < counts.length; pair++) {
                add(differences.get(pair), counts[pair], weights, gradient, curvature);
            }
            double[] change = LinearSystem.solve(curvature, gradient);
            for (int row = 0; row < size; row++) {
                weights[row] += change[row];
            }
        }
        return weights;
    }

    private static void add(
            double[] difference, double count, double[] weights, double[] gradient, double[][] curvature) {
        double evidence = 0;
        for (int row = 0; row < weights.length; row++) {
            evidence += weights[row] * difference[row];
        }
        double doubt = 1 / (1 + Math.exp(evidence));
        for (int row = 0; row < weights.length; row++) {
            gradient[row] += count * doubt * difference[row];
            for (int column = 0; column < weights.length; column++) {
                curvature[row][column] += count * doubt * (1 - doubt) * difference[row] * difference[column];
            }
        }
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
