package io.colloquy.reports.labels;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How far machines agree with the people who labelled: for each provider and model its own scores, whatever was overridden.
 *
 * @param answers how many labelled answers were looked at
 * @param unsettled how many of them no machine has judged yet
 * @param evaluators by provider and model
 */
record Calibration(int answers, int unsettled, List<Evaluator> evaluators) {
    private static final String SCORED = "SCORED";

    /**
     * One machine.
     *
     * @param labels of those that were given, best first
     * @param pairs answers to the same question of which people call one better (good, partial, wrong): how many have scores in
     *     that order; equal scores are not, and a flagged answer comes last
     * @param flagged of the answers that deserve no score, how many got none
     * @param falselyFlagged of the answers that deserve one, how many got none
     */
    record Evaluator(
            String provider,
            String model,
            int answers,
            List<OfLabel> labels,
            Share pairs,
            Share flagged,
            Share falselyFlagged) {}

    /**
     * The answers of one label.
     *
     * @param mean of the scores, 0 to 10; null without any
     */
    record OfLabel(String label, int answers, int scored, Double mean) {}

    /** So many of so many; {@code share} is 0 to 1, null of none. */
    record Share(int count, int of, Double share) {
        static <T> Share of(List<T> values, Predicate<T> counted) {
            return of((int) values.stream().filter(counted).count(), values.size());
        }

        static Share of(int count, int of) {
            return new Share(count, of, of == 0 ? null : (double) count / of);
        }
    }

    /** What counts of an answer for its place among others. */
    private record Ranked(Label label, double rank) {}

    static Calibration of(List<LabelledAnswer> labelled) {
        List<LabelledAnswer> settled =
                labelled.stream().filter(it -> it.judgement().outcome() != null).toList();
        Map<String, List<LabelledAnswer>> byMachine = settled.stream()
                .collect(Collectors.groupingBy(
                        it -> it.judgement().provider() + "\n" + it.judgement().model(),
                        TreeMap::new,
                        Collectors.toList()));
        return new Calibration(
                labelled.size(),
                labelled.size() - settled.size(),
                byMachine.values().stream().map(Calibration::evaluator).toList());
    }

    private static Evaluator evaluator(List<LabelledAnswer> answers) {
        LabelledAnswer.Judgement any = answers.getFirst().judgement();
        return new Evaluator(
                any.provider(),
                any.model(),
                answers.size(),
                Arrays.stream(Label.values())
                        .map(label -> ofLabel(label, answers))
                        .filter(it -> it.answers() > 0)
                        .toList(),
                pairs(answers),
                Share.of(of(answers, it -> !it.label().isGradable()), it -> !isScored(it)),
                Share.of(of(answers, it -> it.label().isGradable()), it -> !isScored(it)));
    }

    private static OfLabel ofLabel(Label label, List<LabelledAnswer> answers) {
        List<LabelledAnswer> labelled = of(answers, it -> it.label() == label);
        List<LabelledAnswer> scored = of(labelled, Calibration::isScored);
        return new OfLabel(
                label.wireName(),
                labelled.size(),
                scored.size(),
                scored.isEmpty()
                        ? null
                        : scored.stream()
                                .mapToDouble(Calibration::rank)
                                .average()
                                .orElseThrow());
    }

    private static Share pairs(List<LabelledAnswer> answers) {
        Map<LabelledAnswer.Asked, List<Ranked>> byQuestion = answers.stream()
                .collect(Collectors.groupingBy(
                        LabelledAnswer::asked,
                        Collectors.mapping(it -> new Ranked(it.label(), rank(it)), Collectors.toList())));
        int inOrder = 0;
        int pairs = 0;
        for (List<Ranked> same : byQuestion.values()) {
            for (Ranked better : same) {
                for (Ranked worse : same) {
                    boolean isPair = better.label().isBetterThan(worse.label());
                    pairs += isPair ? 1 : 0;
                    inOrder += isPair && better.rank() > worse.rank() ? 1 : 0;
                }
            }
        }
        return Share.of(inOrder, pairs);
    }

    private static List<LabelledAnswer> of(List<LabelledAnswer> answers, Predicate<LabelledAnswer> wanted) {
        return answers.stream().filter(wanted).toList();
    }

    private static boolean isScored(LabelledAnswer answer) {
        return SCORED.equals(answer.judgement().outcome()) && answer.judgement().overall() != null;
    }

    private static double rank(LabelledAnswer answer) {
        return isScored(answer) ? answer.judgement().overall() : -1;
    }
}
