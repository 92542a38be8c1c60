package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.LinearModel;
import io.colloquy.evaluator.rubric.LinearModel.Sign;
import io.colloquy.evaluator.rubric.Piece;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fits what good answers have more of than wrong ones, by which of two answers to the same question is the better one. */
final class WorthFit {
    private static final double PENALTY = 10;
    private static final List<String> SIGNS = List.of(
            "absolute",
            "affirmed",
            "asked",
            "careful",
            "careless",
            "concrete",
            "contrary",
            "first",
            "length",
            "named",
            "own",
            "points",
            "topic");

    private WorthFit() {}

    static LinearModel fit(List<Example> all, Set<String> wordsOnly) {
        List<Example> examples =
                all.stream().filter(example -> example.label().isGradable()).toList();
        WordWeights weigh = new WordWeights(EnumSet.allOf(Piece.class), Example::worth);
        List<Measured> measured = Measured.unseen(examples, SIGNS, weigh).stream()
                .filter(it -> !wordsOnly.contains(it.example().set()))
                .toList();
        Map<String, Sign> scales = Measured.scales(measured);
        double[] weights = Logistic.fit(observations(measured, scales), PENALTY);
        return new LinearModel(0, Measured.weighed(scales, weights), weigh.byLanguage(examples));
    }

    /** Each kind of pair counts as much as the others, however many there are. */
    private static List<Logistic.Observation> observations(List<Measured> measured, Map<String, Sign> scales) {
        Map<String, List<Measured>> byQuestion = measured.stream()
                .collect(Collectors.groupingBy(it -> it.example().question()));
        List<double[]> differences = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (Measured better : measured) {
            for (Measured worse : byQuestion.get(better.example().question())) {
                if (better.example().label().isBetterThan(worse.example().label())) {
                    differences.add(scales.entrySet().stream()
                            .mapToDouble(scale -> (better.signs().get(scale.getKey())
                                            - worse.signs().get(scale.getKey()))
                                    / scale.getValue().deviation())
                            .toArray());
                    kinds.add(better.example().label() + ">" + worse.example().label());
                }
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        List<Logistic.Observation> observations = new ArrayList<>();
        for (int pair = 0; pair < kinds.size(); pair++) {
            double share = (double) kinds.size() / counts.size() / counts.get(kinds.get(pair));
            observations.add(new Logistic.Observation(differences.get(pair), share));
        }
        return observations;
    }
}
