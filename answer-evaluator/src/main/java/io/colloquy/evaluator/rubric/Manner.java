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
 * overdo, and weak ones stay general; {@link Judgement} says how much each of that weighs.
 *
 * @param careless stretches of careless wording per square root of the number of words
 * @param absolute share of absolute words: always, never, only …
 * @param contrary share of the expected points that a sentence turns into their opposite
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
        double own,
        double asked,
        double concrete,
        double careful,
        double vague,
        double first) {

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
                (double) own.size() / Math.max(1, said.size()),
                (double) asked / Math.max(1, content.size()),
                share(language.phrases("concrete"), tokens),
                share(language.phrases("careful"), tokens),
                share(language.phrases("vague"), tokens),
                share(language.phrases("first"), tokens));
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
