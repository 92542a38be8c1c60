package io.colloquy.evaluator.model;

import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.rubric.ModelCall;
import io.colloquy.evaluator.rubric.Rubric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two replies of a model to the same answer, each under a nonce of its own. Where they agree the score is their mean; where they
 * are more than {@value #MOST_APART} points apart in a dimension, or {@value #MOST_APART_OVERALL} overall, nobody can say which
 * is right.
 *
 * @param first as it was checked
 * @param second likewise
 */
record Samples(Reply.Graded first, Reply.Graded second) {
    static final double MOST_APART = 4;
    static final double MOST_APART_OVERALL = 2;

    /** Why a human is called: the samples disagree. */
    static final String DISAGREE = "SAMPLES_DISAGREE";

    private static final double DIGITS = 10;

    boolean disagree(Rubric rubric) {
        Map<String, DimensionScore> others = byName(second);
        boolean farApart = first.dimensions().stream()
                .anyMatch(it -> Math.abs(it.score() - others.get(it.name()).score()) > MOST_APART);
        return farApart || apart(rubric) > MOST_APART_OVERALL;
    }

    /** 1 for the same overall score, 0 where it is as far apart as is still taken. */
    double agreement(Rubric rubric) {
        return Math.max(0, 1 - apart(rubric) / MOST_APART_OVERALL);
    }

    private double apart(Rubric rubric) {
        return Math.abs(Overall.of(first.dimensions(), rubric) - Overall.of(second.dimensions(), rubric));
    }

    /** The mean of both, with the quotes of both; words for people are the first one's. */
    Reply.Graded together() {
        Map<String, DimensionScore> others = byName(second);
        return new Reply.Graded(
                first.dimensions().stream()
                        .map(it -> together(it, others.get(it.name())))
                        .toList(),
                first.feedback());
    }

    private static DimensionScore together(DimensionScore one, DimensionScore other) {
        List<String> quotes = Stream.concat(one.evidence().stream(), other.evidence().stream())
                .distinct()
                .toList();
        double mean = Math.round(DIGITS * (one.score() + other.score()) / 2) / DIGITS;
        return new DimensionScore(one.name(), mean, quotes, one.rationale());
    }

    private static Map<String, DimensionScore> byName(Reply.Graded reply) {
        return reply.dimensions().stream().collect(Collectors.toMap(DimensionScore::name, Function.identity()));
    }

    /** What both calls took; the second one's nonce is beside the first one's. */
    static ModelCall together(ModelCall one, ModelCall other) {
        Map<String, String> parameters = new HashMap<>(one.parameters());
        parameters.put("samples", "2");
        parameters.put("nonce_2", other.parameters().getOrDefault("nonce", ""));
        return new ModelCall(
                one.model(),
                one.promptHash(),
                parameters,
                one.inputTokens() + other.inputTokens(),
                one.outputTokens() + other.outputTokens(),
                one.costMicros() + other.costMicros(),
                one.repaired() || other.repaired(),
                one.findings());
    }
}
