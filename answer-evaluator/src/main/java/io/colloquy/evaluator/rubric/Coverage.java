package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.text.Sentence;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which expected points an answer makes.
 *
 * @param matches one per expected point, in the question's order
 */
record Coverage(List<Match> matches) {
    private static final double SINGLE_WORD = 0.75;
    private static final double DISMISSED = 0.25;
    private static final int WORDS_PER_POINT = 6;

    /**
     * One point.
     *
     * @param strength 0 (not made) to 1
     * @param sentence where it is made best
     */
    record Match(ExpectedPoint point, double strength, Optional<Sentence> sentence) {
        boolean isMade() {
            return strength >= 0.5;
        }
    }

    static Coverage of(Reading reading) {
        List<Match> matches = reading.question().expectedPoints().stream()
                .map(point -> match(point, reading))
                .toList();
        return new Coverage(spread(matches));
    }

    /** Mean strength over all points, 0 to 1. */
    double share() {
        return matches.stream().mapToDouble(Match::strength).average().orElse(0);
    }

    List<Match> made() {
        return matches.stream().filter(Match::isMade).toList();
    }

    List<Match> missing() {
        return matches.stream().filter(match -> !match.isMade()).toList();
    }

    private static Match match(ExpectedPoint point, Reading reading) {
        List<Wording> wordings = point.wordings()
                .map(text -> Wording.of(text, reading.language()))
                .filter(wording -> !isTheQuestionsWord(wording, reading))
                .toList();
        Optional<Match> best = reading.own().sentences().stream()
                .map(sentence -> new Match(point, strength(wordings, sentence, reading), Optional.of(sentence)))
                .filter(match -> match.strength() > 0)
                .max(Comparator.comparingDouble(Match::strength));
        long sentences = reading.own().sentences().stream()
                .filter(sentence -> wordings.stream().anyMatch(wording -> wording.occursIn(sentence)))
                .count();
        return best.map(match -> sentences > 1 && match.strength() == SINGLE_WORD
                        ? new Match(point, 1, match.sentence())
                        : match)
                .orElseGet(() -> new Match(point, 0, Optional.empty()));
    }

    /** A single word that the question itself uses proves nothing. */
    private static boolean isTheQuestionsWord(Wording wording, Reading reading) {
        return wording.isSingleWord()
                && reading.askedStems().contains(wording.stems().getFirst());
    }

    private static double strength(List<Wording> wordings, Sentence sentence, Reading reading) {
        List<Wording> found =
                wordings.stream().filter(wording -> wording.occursIn(sentence)).toList();
        if (found.isEmpty()) {
            return 0;
        }
        boolean solid = found.size() > 1 || !found.getFirst().isSingleWord();
        double strength = solid ? 1 : SINGLE_WORD;
        return Markers.has("dismissals", sentence, reading.language()) ? DISMISSED * strength : strength;
    }

    /** A sentence can make only so many points: terms in a row share what its length earns. */
    private static List<Match> spread(List<Match> matches) {
        Map<Sentence, Integer> points = new HashMap<>();
        matches.forEach(match -> match.sentence().ifPresent(sentence -> points.merge(sentence, 1, Integer::sum)));
        return matches.stream()
                .map(match -> match.sentence()
                        .map(sentence -> new Match(
                                match.point(),
                                match.strength() * Math.min(1, budget(sentence) / points.get(sentence)),
                                match.sentence()))
                        .orElse(match))
                .toList();
    }

    private static double budget(Sentence sentence) {
        return 1 + (double) sentence.tokens().size() / WORDS_PER_POINT;
    }
}
