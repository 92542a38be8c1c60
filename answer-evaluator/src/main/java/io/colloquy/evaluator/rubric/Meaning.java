package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a wording means, as terms that other words may stand for: how far a sentence says the same.
 *
 * @param terms of the wording
 */
record Meaning(List<Term> terms) {
    private static final double NEXT_SENTENCE = 0.6;

    static Meaning of(String wording, Set<String> askedStems, Vocabulary vocabulary, Language language) {
        return new Meaning(Term.of(wording, askedStems, vocabulary, language));
    }

    /** How much of it a sentence says, 0 to 1; the following sentence may help. */
    double strengthIn(Sentence sentence, Reading reading) {
        List<Token> following =
                reading.own().following(sentence).map(Sentence::tokens).orElse(List.of());
        double found = terms.stream()
                .mapToDouble(term -> term.weight()
                        * Math.max(
                                best(term, sentence.tokens(), reading), NEXT_SENTENCE * best(term, following, reading)))
                .sum();
        return found / Math.max(1, weight());
    }

    /** How much of it the whole answer says, wherever. */
    double strengthIn(Reading reading) {
        List<Token> tokens = reading.own().tokens();
        double found = terms.stream()
                .mapToDouble(term -> term.weight() * best(term, tokens, reading))
                .sum();
        return found / Math.max(1, weight());
    }

    /** The sentence that says most of it; empty when none says any. */
    Optional<Sentence> bestSentence(Reading reading) {
        return reading.own().sentences().stream()
                .filter(sentence -> strengthIn(sentence, reading) > 0)
                .max(Comparator.comparingDouble(sentence -> strengthIn(sentence, reading)));
    }

    private double weight() {
        return terms.stream().mapToDouble(Term::weight).sum();
    }

    private static double best(Term term, Collection<Token> tokens, Reading reading) {
        return tokens.stream()
                .mapToDouble(token -> term.similarity(token, reading.groupsOf(token)))
                .max()
                .orElse(0);
    }
}
