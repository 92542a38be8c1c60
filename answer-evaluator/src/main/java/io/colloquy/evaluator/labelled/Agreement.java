package io.colloquy.evaluator.labelled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How far an evaluator agrees with the people who labelled.
 *
 * @param pairs per language and for all: answers to the same question with different labels among good, partial and wrong, and
 *     how many of them are in order; equal scores are not, and a flagged answer comes last
 * @param kinds the same by the two labels
 * @param flagged per label that deserves a flag, then per language: how many got one
 * @param falselyFlagged per label that deserves a score: how many got none
 * @param meanScores per label that deserves a score, of those that got one
 */
public record Agreement(
        Map<String, Share> pairs,
        Map<String, Share> kinds,
        Map<Label, Map<String, Share>> flagged,
        Map<Label, Share> falselyFlagged,
        Map<Label, Double> meanScores) {
    /** The key that stands for every language. */
    public static final String ALL = "all";

    /**
     * So many of so many.
     *
     * @param count how many are as they should be, or as counted
     * @param of out of how many
     */
    public record Share(int count, int of) {
        /** 0 to 1; 1 of none. */
        public double share() {
            return of == 0 ? 1 : (double) count / of;
        }

        static <T> Share of(List<T> values, Predicate<T> counted) {
            return new Share((int) values.stream().filter(counted).count(), values.size());
        }
    }

    /** Two answers to the same question, the first with the better label. */
    public record Pair(Judged better, Judged worse) {
        /** Whether the scores say the same as the labels. */
        public boolean isInOrder() {
            return better.score() > worse.score();
        }

        private String kind() {
            return better.label() + " > " + worse.label();
        }
    }

    /** Compares. */
    public static Agreement of(List<Judged> judged) {
        List<Pair> pairs = pairs(judged);
        Map<Label, Map<String, Share>> flagged = new LinkedHashMap<>();
        Map<Label, Share> falselyFlagged = new LinkedHashMap<>();
        Map<Label, Double> meanScores = new LinkedHashMap<>();
        for (Label label : Label.values()) {
            List<Judged> labelled =
                    judged.stream().filter(it -> it.label() == label).toList();
            if (label.isGradable()) {
                falselyFlagged.put(label, Share.of(labelled, it -> !it.isScored()));
                meanScores.put(
                        label,
                        labelled.stream()
                                .filter(Judged::isScored)
                                .mapToDouble(Judged::score)
                                .average()
                                .orElse(Double.NaN));
            } else {
                flagged.put(label, byLanguage(labelled, Judged::language, it -> !it.isScored()));
            }
        }
        return new Agreement(
                byLanguage(pairs, pair -> pair.better().language(), Pair::isInOrder),
                pairs.stream()
                        .collect(Collectors.groupingBy(
                                Pair::kind,
                                LinkedHashMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), kind -> Share.of(kind, Pair::isInOrder)))),
                flagged,
                falselyFlagged,
                meanScores);
    }

    /** Every pair that can be compared. */
    public static List<Pair> pairs(List<Judged> judged) {
        List<Pair> pairs = new ArrayList<>();
        for (Judged better : judged) {
            for (Judged worse : judged) {
                if (better.question().equals(worse.question()) && better.label().isBetterThan(worse.label())) {
                    pairs.add(new Pair(better, worse));
                }
            }
        }
        return pairs;
    }

    /** Of all that deserve a flag, over every label and language. */
    public Share flaggedInAll() {
        return sum(
                flagged.values().stream().map(byLanguage -> byLanguage.get(ALL)).toList());
    }

    /** Of all that deserve a score: those without. */
    public Share falselyFlaggedInAll() {
        return sum(List.copyOf(falselyFlagged.values()));
    }

    private static Share sum(List<Share> shares) {
        return new Share(
                shares.stream().mapToInt(Share::count).sum(),
                shares.stream().mapToInt(Share::of).sum());
    }

    private static <T> Map<String, Share> byLanguage(
            List<T> values, java.util.function.Function<T, String> language, Predicate<T> counted) {
        Map<String, Share> shares = new LinkedHashMap<>();
        shares.put(ALL, Share.of(values, counted));
        Map<String, List<T>> groups =
                values.stream().collect(Collectors.groupingBy(language, java.util.TreeMap::new, Collectors.toList()));
        groups.forEach((code, group) -> shares.put(code, Share.of(group, counted)));
        return shares;
    }
}
