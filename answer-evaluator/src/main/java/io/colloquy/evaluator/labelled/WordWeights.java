package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.Piece;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Fits a weight to each piece of what is said by ridge regression on what the answers are worth. */
final class WordWeights {
    private static final double PENALTY = 0.3;

    /** A piece of fewer says more about their authors and questions than about answers. */
    private static final int FEWEST_QUESTIONS = 3;

    private static final double DIGITS = 1e3;

    private final Set<Piece> pieces;
    private final ToDoubleFunction<Example> worth;

    /**
     * A way of fitting.
     *
     * @param pieces the kinds to weigh
     * @param worth of an example
     */
    WordWeights(Set<Piece> pieces, ToDoubleFunction<Example> worth) {
        this.pieces = pieces;
        this.worth = worth;
    }

    /** Weights per language. */
    Map<String, Map<Piece, Map<String, Double>>> byLanguage(List<Example> examples) {
        return examples.stream()
                .collect(Collectors.groupingBy(
                        example -> example.traits().language(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> fit(entry.getValue())));
    }

    /** By kind and piece; the examples are of one language. */
    private Map<Piece, Map<String, Double>> fit(List<Example> examples) {
        Map<Piece, List<Set<String>>> said = new EnumMap<>(Piece.class);
        pieces.forEach(piece -> said.put(piece, known(piece, examples)));
        double mean = examples.stream().mapToDouble(worth).average().orElse(0);
        double[] residuals = examples.stream()
                .mapToDouble(example -> worth.applyAsDouble(example) - mean)
                .toArray();
        double[][] kernel = new double[examples.size()][examples.size()];
        said.forEach((piece, sets) -> add(kernel, sets, piece.share()));
        for (int row = 0; row < kernel.length; row++) {
            kernel[row][row] += PENALTY;
        }
        double[] shares = LinearSystem.solve(kernel, residuals);
        Map<Piece, Map<String, Double>> weights = new EnumMap<>(Piece.class);
        said.forEach((piece, sets) -> weights.put(piece, weights(sets, shares, piece.share())));
        return weights;
    }

    private static Map<String, Double> weights(List<Set<String>> said, double[] shares, double share) {
        Map<String, Double> weights = new TreeMap<>();
        for (int number = 0; number < shares.length; number++) {
            double part = share * shares[number] / length(said.get(number));
            said.get(number).forEach(piece -> weights.merge(piece, part, Double::sum));
        }
        weights.replaceAll((piece, weight) -> Math.round(weight * DIGITS) / DIGITS);
        return weights;
    }

    /** The pieces of each example that occur in answers to several questions. */
    private static List<Set<String>> known(Piece piece, List<Example> examples) {
        Map<String, Set<String>> questions = new HashMap<>();
        examples.forEach(example -> example.traits()
                .said()
                .get(piece)
                .forEach(it ->
                        questions.computeIfAbsent(it, all -> new HashSet<>()).add(example.question())));
        return examples.stream()
                .map(example -> example.traits().said().get(piece).stream()
                        .filter(it -> questions.get(it).size() >= FEWEST_QUESTIONS)
                        .collect(Collectors.toSet()))
                .toList();
    }

    private static void add(double[][] kernel, List<Set<String>> said, double share) {
        Map<String, Integer> numbers = new HashMap<>();
        List<BitSet> numbered = said.stream()
                .map(pieces -> {
                    BitSet bits = new BitSet();
                    pieces.forEach(piece -> bits.set(numbers.computeIfAbsent(piece, it -> numbers.size())));
                    return bits;
                })
                .toList();
        for (int row = 0; row < kernel.length; row++) {
            for (int column = 0; column <= row; column++) {
                BitSet shared = (BitSet) numbered.get(row).clone();
                shared.and(numbered.get(column));
                double likeness = share * shared.cardinality() / (length(said.get(row)) * length(said.get(column)));
                kernel[row][column] += likeness;
                if (row != column) {
                    kernel[column][row] += likeness;
                }
            }
        }
    }

    private static double length(Set<String> pieces) {
        return Math.sqrt(Math.max(1, pieces.size()));
    }
}
