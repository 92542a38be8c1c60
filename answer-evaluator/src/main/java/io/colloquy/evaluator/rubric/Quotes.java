package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.List;

/** Cuts quotes out of the original answer: always a stretch of it, never words put together. */
final class Quotes {
    private static final int LONGEST = 240;

    private Quotes() {}

    /** The sentence as it stands; of a very long one its beginning, up to the end of a word. */
    static String of(Passage passage, Sentence sentence) {
        if (sentence.end() - sentence.start() <= LONGEST) {
            return passage.text().substring(sentence.start(), sentence.end());
        }
        int end = sentence.tokens().stream()
                .mapToInt(Token::end)
                .filter(offset -> offset - sentence.start() <= LONGEST)
                .max()
                .orElse(sentence.tokens().getFirst().end());
        int start = Math.min(sentence.start(), end);
        return passage.text().substring(start, end);
    }

    static List<String> of(Passage passage, List<Sentence> sentences, int most) {
        return sentences.stream()
                .distinct()
                .limit(most)
                .map(sentence -> of(passage, sentence))
                .toList();
    }
}
