package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.text.Phrases;
import io.colloquy.evaluator.text.Sentence;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which expected points an answer makes.
 *
 * @param matches one per expected point, in the question's order
 */
record Coverage(List<Match> matches) {
    private static final double DISMISSED = 0.25;
    private static final int WORDS_PER_POINT = 6;
    private static final double BY_MEANING = 1;
    private static final double BY_MEANING_BESIDE_WORDINGS = 0.25;
    private static final double BY_VECTORS = 0.9;
    private static final double DENIED = 0.5;
    private static final double TOO_LITTLE = 0.15;
    private static final double ENOUGH = 0.4;

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

    /** Whether the points come with wordings to look for, and not only with a meaning. */
    boolean isByWordings() {
        return matches.stream().anyMatch(match -> !match.point().synonyms().isEmpty());
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
        Map<Sentence, Double> strengths = new LinkedHashMap<>();
        Meaning meaning = reading.meaningOf(point);
        double weight = point.synonyms().isEmpty() ? BY_MEANING : BY_MEANING_BESIDE_WORDINGS;
        Optional<Sentence> nearest = nearest(point, reading);
        for (Sentence sentence : reading.own().sentences()) {
            double strength =
                    Math.max(strength(wordings, sentence, reading), weight * paraphrased(meaning, sentence, reading));
            if (nearest.filter(sentence::equals).isPresent()) {
                strength = Math.max(strength, compared(point, sentence, reading));
            }
            if (strength > 0) {
                strengths.put(sentence, strength);
            }
        }
        return new Match(point, together(strengths.values()), best(strengths));
    }

    /** The sentence that is nearest to the point in meaning; empty where none is, or nothing was compared. */
    private static Optional<Sentence> nearest(ExpectedPoint point, Reading reading) {
        return reading.own().sentences().stream()
                .filter(sentence -> likeness(point, sentence, reading) > 0)
                .max(Comparator.comparingDouble(sentence -> likeness(point, sentence, reading)));
    }

    private static double likeness(ExpectedPoint point, Sentence sentence, Reading reading) {
        return reading.likeness().toPoint(point.text(), reading.statement(sentence));
    }

    /** Vectors of a statement and of its denial are near to each other: where only one of the two denies, the point is not made. */
    private static double compared(ExpectedPoint point, Sentence sentence, Reading reading) {
        Phrases negation = reading.language().phrases("negation");
        boolean denied = negation.occurIn(sentence.tokens())
                != negation.occurIn(reading.language().tokens(point.text()));
        boolean dismissed = Markers.has("careless", sentence, reading.language())
                || Markers.has("dismissals", sentence, reading.language());
        return BY_VECTORS * likeness(point, sentence, reading) * (denied ? DENIED : 1) * (dismissed ? DISMISSED : 1);
    }

    /** A paraphrase hardly ever finds all the words: half of the meaning is as good as the whole. */
    private static double paraphrased(Meaning meaning, Sentence sentence, Reading reading) {
        double strength = Math.clamp((meaning.strengthIn(sentence, reading) - TOO_LITTLE) / ENOUGH, 0, 1);
        return Markers.has("careless", sentence, reading.language()) ? DISMISSED * strength : strength;
    }

    private static Optional<Sentence> best(Map<Sentence, Double> strengths) {
        return strengths.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Pieces of evidence add up, but never beyond certainty. */
    private static double together(Collection<Double> pieces) {
        return 1 - pieces.stream().reduce(1.0, (doubt, piece) -> doubt * (1 - piece));
    }

    /** A single word that the question itself uses proves nothing. */
    private static boolean isTheQuestionsWord(Wording wording, Reading reading) {
        return wording.isSingleWord()
                && reading.askedStems().contains(wording.stems().getFirst());
    }

    private static double strength(List<Wording> wordings, Sentence sentence, Reading reading) {
        Map<List<String>, Double> found = new LinkedHashMap<>();
        wordings.stream()
                .filter(wording -> wording.occursIn(sentence))
                .forEach(wording -> found.put(wording.contentStems(), wording.weight(reading.vocabulary())));
        double strength = together(found.values());
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
