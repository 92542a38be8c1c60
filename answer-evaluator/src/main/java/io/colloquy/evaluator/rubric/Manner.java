package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Phrases;
import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How somebody speaks about work, as far as words show it: concrete, careful and in own words, or careless, absolute and with
 * the question's words given back. Rules cannot tell true from false, but wrong answers more often wave away, blame, hide or
 * overdo, and weak ones stay general; the weights were fitted to labelled answers in four languages and rounded.
 *
 * @param careless stretches of careless wording per square root of the number of words
 * @param absolute share of absolute words: always, never, only …
 * @param contrary share of the expected points that a sentence turns into their opposite
 * @param prescribing share of words that lay down what one must
 * @param own share of the distinct content words that the question did not bring
 * @param asked share of the content words that are the question's
 * @param concrete share of numbers, times and examples
 * @param careful share of words that check, ask, weigh and explain
 * @param vague share of commonplaces and hedges
 * @param first share of words for oneself
 */
record Manner(
        double careless,
        double absolute,
        double contrary,
        double prescribing,
        double own,
        double asked,
        double concrete,
        double careful,
        double vague,
        double first) {
    private static final double MUCH = 0.12;
    private static final double MUCH_ASKED = 0.2;
    private static final double MUCH_FIRST = 0.08;
    private static final double STEEPNESS = 0.8;

    static Manner of(Reading reading) {
        List<Token> tokens = reading.own().tokens();
        Language language = reading.language();
        Set<String> said = reading.own().contentStems();
        Set<String> own = new HashSet<>(said);
        own.removeAll(reading.askedStems());
        List<Token> content = reading.own().contentTokens();
        long asked = content.stream()
                .filter(token -> reading.askedStems().contains(token.stem()))
                .count();
        return new Manner(
                language.phrases("careless").countIn(tokens) / Math.sqrt(Math.max(1, tokens.size())),
                share(language.phrases("absolute"), tokens),
                Contradictions.share(reading),
                share(language.phrases("prescribing"), tokens),
                (double) own.size() / Math.max(1, said.size()),
                (double) asked / Math.max(1, content.size()),
                share(language.phrases("concrete"), tokens),
                share(language.phrases("careful"), tokens),
                share(language.phrases("vague"), tokens),
                share(language.phrases("first"), tokens));
    }

    /** What the manner lets expect of the answer, 0 (wrong) to 1 (good); about a half for a general one. */
    double promise() {
        double doubt = 11 * (careless - 0.12)
                + 5 * (absolute - 0.026)
                + 6 * contrary
                + 13 * (prescribing - 0.009)
                + 11 * (Math.min(MUCH_ASKED, asked) - 0.08)
                + 2 * (vague - 0.03);
        double trust = 8 * (own - 0.88)
                + 18 * (Math.min(MUCH, concrete) - 0.037)
                + 18 * (Math.min(MUCH, careful) - 0.047)
                + 15 * (Math.min(MUCH_FIRST, first) - 0.049);
        return 1 / (1 + Math.exp(STEEPNESS * (doubt - trust)));
    }

    /** The sentences with careless wording, in order. */
    static List<Sentence> carelessSentences(Reading reading) {
        Phrases careless = reading.language().phrases("careless");
        return reading.own().sentences().stream()
                .filter(sentence -> careless.occurIn(sentence.tokens()))
                .toList();
    }

    private static double share(Phrases phrases, List<Token> tokens) {
        return tokens.isEmpty() ? 0 : (double) phrases.coveredIn(tokens).cardinality() / tokens.size();
    }
}
