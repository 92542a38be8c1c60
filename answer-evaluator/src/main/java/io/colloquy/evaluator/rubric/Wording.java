package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A phrase to be found in a sentence by its stems. With two or more content words these may stand in any order with a few
 * words between; with fewer, the phrase has to stand there as it is, inflections aside.
 *
 * @param stems of all its words
 * @param contentStems of the words that carry content
 */
record Wording(List<String> stems, List<String> contentStems) {
    private static final double SINGLE_WORD = 0.75;
    private static final double FUNCTION_WORDS = 0.2;

    static Wording of(String phrase, Language language) {
        List<Token> tokens = language.tokens(phrase);
        return new Wording(
                tokens.stream().map(Token::stem).toList(),
                tokens.stream()
                        .filter(token -> !token.stopWord())
                        .map(Token::stem)
                        .distinct()
                        .toList());
    }

    /** How much of a point it proves, 0 to 1: common words little, several words together more. */
    double weight(Vocabulary vocabulary) {
        if (contentStems.isEmpty()) {
            return FUNCTION_WORDS;
        }
        double sum = contentStems.stream().mapToDouble(vocabulary::specificity).sum();
        double most = stems.size() == 1 ? SINGLE_WORD : 1;
        return Math.min(most, sum);
    }

    /** Whether one word stands for the whole phrase. */
    boolean isSingleWord() {
        return stems.size() == 1;
    }

    boolean occursIn(Sentence sentence) {
        List<String> words = sentence.tokens().stream().map(Token::stem).toList();
        return contentStems.size() < 2 ? Collections.indexOfSubList(words, stems) >= 0 : allNearby(words);
    }

    private boolean allNearby(List<String> words) {
        int window = 2 * contentStems.size() + 3;
        return IntStream.range(0, words.size())
                .filter(start -> contentStems.contains(words.get(start)))
                .anyMatch(start -> words.subList(start, Math.min(words.size(), start + window))
                        .containsAll(contentStems));
    }
}
