package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.text.Opposites;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.List;
import java.util.Optional;

/** Sentences that speak of an expected point and say its opposite: slower for faster, late for early. */
final class Contradictions {
    private static final double ABOUT_THE_POINT = 0.3;

    private Contradictions() {}

    /** The share of the expected points that are contradicted. */
    static double share(Reading reading) {
        List<ExpectedPoint> points = reading.question().expectedPoints();
        long contradicted =
                points.stream().filter(point -> isContradicted(point, reading)).count();
        return points.isEmpty() ? 0 : (double) contradicted / points.size();
    }

    private static boolean isContradicted(ExpectedPoint point, Reading reading) {
        Meaning meaning = reading.meaningOf(point);
        List<Token> expected = Passage.of(point.text(), reading.language()).tokens();
        Optional<Sentence> sentence = meaning.bestSentence(reading);
        return sentence.filter(best -> meaning.strengthIn(best, reading) > ABOUT_THE_POINT)
                .filter(best -> reading.language().opposites().stream()
                        .anyMatch(opposites -> oppose(opposites, expected, best.tokens())))
                .isPresent();
    }

    private static boolean oppose(Opposites opposites, List<Token> expected, List<Token> said) {
        boolean here = opposites.here().occurIn(expected);
        boolean there = opposites.there().occurIn(expected);
        boolean saysHere = opposites.here().occurIn(said);
        boolean saysThere = opposites.there().occurIn(said);
        return here != there && saysHere != saysThere && here == saysThere;
    }
}
