package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Phrases;
import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.BitSet;
import java.util.List;

/** How much of the expected points is said without a negation close by: "we never ask why" does not make the point "ask". */
final class Affirmation {
    private static final int BEFORE = 5;
    private static final int BEHIND = 3;

    private Affirmation() {}

    /** Mean over the points of what their best sentence affirms, 0 to 1. */
    static double of(Reading reading) {
        return reading.question().expectedPoints().stream()
                .map(reading::meaningOf)
                .mapToDouble(meaning -> best(meaning, reading))
                .average()
                .orElse(0);
    }

    private static double best(Meaning meaning, Reading reading) {
        Phrases negation = reading.language().phrases("negation");
        return reading.own().sentences().stream()
                .mapToDouble(sentence -> affirmed(meaning, sentence, negation, reading))
                .max()
                .orElse(0);
    }

    private static double affirmed(Meaning meaning, Sentence sentence, Phrases negation, Reading reading) {
        List<Token> tokens = sentence.tokens();
        BitSet negated = negation.coveredIn(tokens);
        double weight = meaning.terms().stream().mapToDouble(Term::weight).sum();
        double found = 0;
        for (Term term : meaning.terms()) {
            double most = 0;
            for (int place = 0; place < tokens.size(); place++) {
                double similarity = term.similarity(tokens.get(place), reading.groupsOf(tokens.get(place)));
                if (similarity > most && !isNegated(place, negated)) {
                    most = similarity;
                }
            }
            found += term.weight() * most;
        }
        return found / Math.max(1, weight);
    }

    /** A negation at the place itself is what the point may be about. */
    private static boolean isNegated(int place, BitSet negated) {
        int before = negated.previousSetBit(place - 1);
        int behind = negated.nextSetBit(place + 1);
        return (place > 0 && before >= place - BEFORE && before >= 0) || (behind >= 0 && behind <= place + BEHIND);
    }
}
