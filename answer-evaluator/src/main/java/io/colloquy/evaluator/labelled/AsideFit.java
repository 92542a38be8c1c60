package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.LinearModel;
import io.colloquy.evaluator.rubric.LinearModel.Sign;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Fits what answers about something else have more of than answers to the question. */
final class AsideFit {
    private static final double PENALTY = 0.3;
    private static final double COUNT = 2;
    private static final List<String> SIGNS = List.of("elsewhere", "leisure", "named", "points", "topic");

    private AsideFit() {}

    static LinearModel fit(List<Example> examples) {
        List<Measured> measured = Measured.unseen(examples, SIGNS, Example::aside);
        Map<String, Sign> scales = Measured.scales(measured);
        double[] weights = Logistic.fit(
                measured.stream().map(it -> observation(it, scales)).toList(), PENALTY);
        return new LinearModel(
                Measured.rounded(weights[scales.size()]),
                Measured.weighed(scales, Arrays.copyOf(weights, scales.size())),
                WordWeights.byLanguage(examples, Example::aside));
    }

    /** With a constant at the end, for the bias. */
    private static Logistic.Observation observation(Measured measured, Map<String, Sign> scales) {
        boolean aside = measured.example().label() == Label.OFF_TOPIC;
        double sign = aside ? 1 : -1;
        double[] values = new double[scales.size() + 1];
        int number = 0;
        for (Map.Entry<String, Sign> scale : scales.entrySet()) {
            double value = measured.signs().get(scale.getKey());
            values[number++] =
                    sign * (value - scale.getValue().mean()) / scale.getValue().deviation();
        }
        values[number] = sign;
        return new Logistic.Observation(values, aside ? COUNT : 1);
    }
}
