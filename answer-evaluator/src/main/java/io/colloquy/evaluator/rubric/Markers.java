package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.Collections;
import java.util.List;

/** Finds a language's marker phrases, word for word. */
final class Markers {
    private Markers() {}

    static boolean has(String marker, Sentence sentence, Language language) {
        List<String> words = words(sentence.tokens());
        return phrases(marker, language).stream().anyMatch(phrase -> Collections.indexOfSubList(words, phrase) >= 0);
    }

    /** How many different phrases of the list occur. */
    static long distinct(String marker, Passage passage, Language language) {
        List<String> words = words(passage.tokens());
        return phrases(marker, language).stream()
                .filter(phrase -> Collections.indexOfSubList(words, phrase) >= 0)
                .count();
    }

    private static List<List<String>> phrases(String marker, Language language) {
        return language.phrases(marker).stream()
                .map(phrase -> words(language.tokens(phrase)))
                .toList();
    }

    private static List<String> words(List<Token> tokens) {
        return tokens.stream().map(Token::word).toList();
    }
}
