package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many of the expected points are made, and how much the answer promises by experience: see {@link Judgement}. The first
 * points count most, bare mention counts less.
 */
final class CoveredPoints implements Measure {
    private static final double STEEPNESS = 1.8;
    private static final double FULL_LENGTH = 20;
    private static final double PROMISE = 0.85;
    private static final double PROMISE_BESIDE_WORDINGS = 0.05;

    @Override
    public Measurement of(Reading reading, Findings findings) {
        Coverage coverage = findings.coverage();
        double value = said(reading, coverage) * findings.trusted() * nearness(findings);
        List<Coverage.Match> made = coverage.made().stream()
                .sorted(Comparator.comparingDouble(Coverage.Match::strength).reversed())
                .toList();
        return new Measurement(value, evidence(made, reading), rationale(reading, findings));
    }

    /** Accepted wordings are found or not; paraphrases only guessed at, so that the promise decides more. */
    private static double said(Reading reading, Coverage coverage) {
        double promise = coverage.isByWordings() ? PROMISE_BESIDE_WORDINGS : PROMISE;
        return promise + (1 - promise) * reached(coverage) * explained(reading);
    }

    /**
     * Beside wordings to look for, a far answer loses, unless it is near in meaning; without, distance in words says little about
     * a gradable answer.
     */
    static double nearness(Findings findings) {
        return findings.coverage().isByWordings() ? Math.max(findings.aim().nearness(), findings.near()) : 1;
    }

    /** Concave in the share of points: nobody names them all. */
    static double reached(Coverage coverage) {
        return 1 - Math.pow(1 - coverage.share(), STEEPNESS);
    }

    private static double explained(Reading reading) {
        return Math.clamp(reading.own().contentStems().size() / FULL_LENGTH, 0.75, 1);
    }

    private static List<Sentence> evidence(List<Coverage.Match> made, Reading reading) {
        List<Sentence> sentences = made.stream()
                .map(Coverage.Match::sentence)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return sentences.isEmpty() ? List.of(Relevance.mostTopical(reading)) : sentences;
    }

    private static String rationale(Reading reading, Findings findings) {
        int careless = Manner.carelessSentences(reading).size();
        return found(findings.coverage())
                + expected(findings)
                + (careless == 0
                        ? ""
                        : " %d of %d sentences wave something away, blame, hide or overdo; they count against it."
                                .formatted(careless, reading.own().sentences().size()));
    }

    /** Without accepted wordings most of the score is what similar answers were worth, and that has to be said. */
    private static String expected(Findings findings) {
        return " By its words and manner, as labelled answers go, it is worth %.0f of 10%s."
                .formatted(
                        10 * findings.trusted(),
                        findings.coverage().isByWordings()
                                ? ""
                                : "; that decides most here, for a paraphrase of a point can only be guessed at");
    }

    private static String found(Coverage coverage) {
        int all = coverage.matches().size();
        List<Coverage.Match> made = coverage.made();
        if (made.isEmpty()) {
            return "None of the %d expected points was found.".formatted(all);
        }
        return "%d of %d expected points found: %s."
                .formatted(
                        made.size(),
                        all,
                        made.stream().map(match -> match.point().text()).collect(Collectors.joining(", ")));
    }
}
