package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.LinearModel;
import io.colloquy.evaluator.rubric.LinearModel.Sign;
import io.colloquy.evaluator.rubric.Piece;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An example with the values of its signs, what its words say among them.
 *
 * @param example what was measured
 * @param signs by name
 */
record Measured(Example example, Map<String, Double> signs) {
    private static final int FOLDS = 5;
    private static final double DIGITS = 1e4;

    /** Those of the signs that are named. */
    static List<Measured> all(List<Example> examples, List<String> names) {
        return examples.stream().map(example -> of(example, names)).toList();
    }

    private static Measured of(Example example, List<String> names) {
        Map<String, Double> signs = new TreeMap<>();
        names.forEach(name -> signs.put(name, example.traits().signs().get(name)));
        return new Measured(example, signs);
    }

    /** Likewise, and what the words say: each author's are weighed by what other authors wrote, a fifth at a time. */
    static List<Measured> unseen(List<Example> examples, List<String> names, WordWeights weights) {
        List<String> authors = examples.stream().map(Example::author).distinct().toList();
        return IntStream.range(0, Math.min(FOLDS, authors.size()))
                .parallel()
                .mapToObj(fold -> examples.stream()
                        .collect(Collectors.partitioningBy(it -> authors.indexOf(it.author()) % FOLDS == fold)))
                .flatMap(parts -> unseen(parts.get(true), names, weights.byLanguage(parts.get(false))))
                .toList();
    }

    private static Stream<Measured> unseen(
            List<Example> examples, List<String> names, Map<String, Map<Piece, Map<String, Double>>> words) {
        return examples.stream().map(example -> of(example, names).with(words));
    }

    private Measured with(Map<String, Map<Piece, Map<String, Double>>> words) {
        Map<String, Double> all = new TreeMap<>(signs);
        all.put(
                LinearModel.WORDS,
                LinearModel.said(
                        example.traits().said(),
                        words.getOrDefault(example.traits().language(), Map.of())));
        return new Measured(example, all);
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
