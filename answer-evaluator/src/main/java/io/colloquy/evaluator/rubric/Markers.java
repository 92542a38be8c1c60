package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Sentence;

/** Finds a language's marker phrases, word for word. */
final class Markers {
    private Markers() {}

    static boolean has(String marker, Sentence sentence, Language language) {
        return language.phrases(marker).occurIn(sentence.tokens());
    }

    /** How many different phrases of the list occur. */
    static long distinct(String marker, Passage passage, Language language) {
        return language.phrases(marker).distinctIn(passage.tokens());
    }
}
