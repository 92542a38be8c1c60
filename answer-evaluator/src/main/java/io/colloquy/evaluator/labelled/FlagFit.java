package io.colloquy.evaluator.labelled;

import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.LinearModel;
import io.colloquy.evaluator.rubric.LinearModel.Sign;
import io.colloquy.evaluator.rubric.Piece;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fits what answers that deserve a flag have more of than answers that deserve a score, or that speak well of something else.
 *
 * @param flagged the label of the first
 * @param signs that are looked at
 * @param pieces of what is said that are looked at, too; none where form is all
 * @param count how much a flagged answer counts beside one that deserves a score: the less, the surer a flag has to be
 */
record FlagFit(Label flagged, List<String> signs, Set<Piece> pieces, double count) {
    private static final double PENALTY = 0.3;

    /** What is fitted for each flag that rules of form do not find alone. */
    static final Map<Evaluation.Reason, FlagFit> ALL = Map.of(
            Evaluation.Reason.OFF_TOPIC,
            new FlagFit(
                    Label.OFF_TOPIC,
                    List.of("elsewhere", "leisure", "named", "points", "topic"),
                    Set.of(Piece.WORD, Piece.PAIR),
                    1.5),
            Evaluation.Reason.GIBBERISH,
            new FlagFit(
                    Label.GIBBERISH, List.of("leisure", "oddest", "order", "topic", "unknown"), Set.of(Piece.WORD), 4),
            Evaluation.Reason.COPIED_QUESTION,
            new FlagFit(Label.COPIED_QUESTION, List.of("given", "length", "new", "taken"), Set.of(), 4),
            Evaluation.Reason.KEYWORD_LIST,
            new FlagFit(
                    Label.KEYWORD_STUFFING,
                    List.of("commas", "denied", "function", "length", "listed", "oddest", "order", "vague"),
                    Set.of(),
                    10));

    LinearModel fit(List<Example> all) {
        List<Example> examples = all.stream()
                .filter(it -> it.label() == flagged || Example.makesSense(it.label()))
                .toList();
        WordWeights weights = new WordWeights(pieces, it -> it.label() == flagged ? 1 : -0.2);
        List<Measured> measured =
                pieces.isEmpty() ? Measured.all(examples, signs) : Measured.unseen(examples, signs, weights);
        Map<String, Sign> scales = Measured.scales(measured);
        double[] fitted = Logistic.fit(
                measured.stream().map(it -> observation(it, scales)).toList(), PENALTY);
        return new LinearModel(
                Measured.rounded(fitted[scales.size()]),
                Measured.weighed(scales, Arrays.copyOf(fitted, scales.size())),
                pieces.isEmpty() ? Map.of() : weights.byLanguage(examples));
    }

    /** With a constant at the end, for the bias. */
    private Logistic.Observation observation(Measured measured, Map<String, Sign> scales) {
        boolean yes = measured.example().label() == flagged;
        double sign = yes ? 1 : -1;
        double[] values = new double[scales.size() + 1];
        int number = 0;
        for (Map.Entry<String, Sign> scale : scales.entrySet()) {
            double value = measured.signs().get(scale.getKey());
            values[number++] =
                    sign * (value - scale.getValue().mean()) / scale.getValue().deviation();
        }
        values[number] = sign;
        return new Logistic.Observation(values, yes ? count : 1);
    }
}
