package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.LinearModel;
import io.colloquy.evaluator.rubric.LinearModel.Sign;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * An example with the values of its signs, the words' among them.
 *
 * @param example what was measured
 * @param signs by name
 */
record Measured(Example example, Map<String, Double> signs) {
    private static final double DIGITS = 1e4;

    /** Those of the signs that are named, and what the words say when the example's own question teaches nothing. */
    static Measured of(Example example, List<String> names, Map<String, Double> words) {
        Map<String, Double> signs = new TreeMap<>();
        names.forEach(name -> signs.put(name, example.traits().signs().get(name)));
        signs.put(LinearModel.WORDS, LinearModel.said(example.traits().words(), words));
        return new Measured(example, signs);
    }

    /** All examples, the words of each weighed by the other questions. */
    static List<Measured> unseen(List<Example> examples, List<String> names, ToDoubleFunction<Example> worth) {
        return examples.stream()
                .map(Example::question)
                .distinct()
                .flatMap(question -> unseen(examples, question, names, worth).stream())
                .toList();
    }

    private static List<Measured> unseen(
            List<Example> examples, String question, List<String> names, ToDoubleFunction<Example> worth) {
        List<Example> asked = examples.stream()
                .filter(example -> example.question().equals(question))
                .toList();
        String language = asked.getFirst().traits().language();
        Map<String, Double> words = WordWeights.fit(
                WordWeights.of(Example.without(examples, question).toList(), language), worth);
        return asked.stream().map(example -> of(example, names, words)).toList();
    }

    /** Mean and deviation of each sign, without a weight. */
    static Map<String, Sign> scales(List<Measured> measured) {
        Map<String, Sign> scales = new TreeMap<>();
        measured.getFirst().signs().keySet().forEach(name -> scales.put(name, scale(measured, name)));
        return scales;
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

    /** With these weights, in the order of the names. */
    static Map<String, Sign> weighed(Map<String, Sign> scales, double[] weights) {
        Map<String, Sign> signs = new TreeMap<>();
        int number = 0;
        for (Map.Entry<String, Sign> scale : scales.entrySet()) {
            Sign sign = scale.getValue();
            signs.put(scale.getKey(), new Sign(sign.mean(), sign.deviation(), rounded(weights[number++])));
        }
        return signs;
    }

    static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
