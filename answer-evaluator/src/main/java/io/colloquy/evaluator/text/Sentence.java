package io.colloquy.evaluator.text;

import java.util.List;

/**
 * A sentence, or a line where there is no punctuation.
 *
 * @param start offset of its first character in the text
 * @param end offset behind its last character
 * @param tokens its words, never empty
 */
public record Sentence(int start, int end, List<Token> tokens) {
    public Sentence {
        tokens = List.copyOf(tokens);
    }
}
