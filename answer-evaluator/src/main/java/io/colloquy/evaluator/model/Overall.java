package io.colloquy.evaluator.model;

import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.rubric.Rubric;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The overall score, always by our own arithmetic: no model is asked for it. */
final class Overall {
    private Overall() {}

    /** Weighted by the rubric, 0 to 10, one decimal. */
    static double of(List<DimensionScore> dimensions, Rubric rubric) {
        Map<String, Double> weights = rubric.dimensions().stream()
                .collect(Collectors.toMap(Rubric.Dimension::name, Rubric.Dimension::weight));
        double all =
                dimensions.stream().mapToDouble(it -> weights.get(it.name())).sum();
        double sum = dimensions.stream()
                .mapToDouble(it -> weights.get(it.name()) * it.score())
                .sum();
        return Math.round(10 * sum / all) / 10.0;
    }
}
