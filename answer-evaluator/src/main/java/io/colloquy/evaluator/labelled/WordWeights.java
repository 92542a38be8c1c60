package io.colloquy.evaluator.labelled;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Fits a weight to each word by ridge regression on what the answers are worth. A word of one question only says nothing. */
final class WordWeights {
    private static final double PENALTY = 0.3;
    private static final int FEWEST_QUESTIONS = 2;
    private static final double DIGITS = 1e4;

    private WordWeights() {}

    /** By word; the examples are of one language. */
    static Map<String, Double> fit(List<Example> examples, ToDoubleFunction<Example> worth) {
        Set<String> known = known(examples);
        List<Set<String>> said = examples.stream()
                .map(example -> example.traits().words().stream()
                        .filter(known::contains)
                        .collect(Collectors.toSet()))
                .toList();
        double mean = examples.stream().mapToDouble(worth).average().orElse(0);
        double[] residuals = examples.stream()
                .mapToDouble(example -> worth.applyAsDouble(example) - mean)
                .toArray();
        double[] shares = LinearSystem.solve(kernel(said), residuals);
        Map<String, Double> weights = new TreeMap<>();
        for (int number = 0; number < shares.length; number++) {
            double share = shares[number] / length(said.get(number));
            said.get(number).forEach(word -> weights.merge(word, share, Double::sum));
        }
        weights.replaceAll((word, weight) -> Math.round(weight * DIGITS) / DIGITS);
        return weights;
    }

    private static Set<String> known(List<Example> examples) {
        Map<String, Set<String>> questions = new HashMap<>();
        examples.forEach(example -> example.traits()
                .words()
                .forEach(word ->
                        questions.computeIfAbsent(word, it -> new HashSet<>()).add(example.question())));
        return questions.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= FEWEST_QUESTIONS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static double[][] kernel(List<Set<String>> said) {
        Map<String, Integer> numbers = new HashMap<>();
        List<BitSet> numbered = said.stream()
                .map(words -> {
                    BitSet bits = new BitSet();
                    words.forEach(word -> bits.set(numbers.computeIfAbsent(word, it -> numbers.size())));
                    return bits;
                })
                .toList();
        double[][] kernel = new double[said.size()][said.size()];
        for (int row = 0; row < kernel.length; row++) {
            for (int column = 0; column <= row; column++) {
                BitSet shared = (BitSet) numbered.get(row).clone();
                shared.and(numbered.get(column));
                kernel[row][column] = shared.cardinality() / (length(said.get(row)) * length(said.get(column)));
                kernel[column][row] = kernel[row][column];
            }
            kernel[row][row] += PENALTY;
        }
        return kernel;
    }

    private static double length(Set<String> words) {
        return Math.sqrt(Math.max(1, words.size()));
    }

    /** Weights per language. */
    static Map<String, Map<String, Double>> byLanguage(List<Example> examples, ToDoubleFunction<Example> worth) {
        Map<String, Map<String, Double>> weights = new TreeMap<>();
        examples.stream()
                .map(example -> example.traits().language())
                .distinct()
                .forEach(language -> weights.put(language, fit(of(examples, language), worth)));
        return weights;
    }

    static List<Example> of(List<Example> examples, String language) {
        return examples.stream()
                .filter(example -> example.traits().language().equals(language))
                .toList();
    }
}
