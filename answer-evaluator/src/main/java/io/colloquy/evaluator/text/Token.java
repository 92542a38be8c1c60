package io.colloquy.evaluator.text;

/**
 * A word of a text.
 *
 * @param word lower case, normalised (NFKC), without apostrophes and invisible characters
 * @param stem what its inflections share
 * @param stopWord whether it is a function word: it carries grammar, not content
 * @param start offset of its first character in the text
 * @param end offset behind its last character
 */
public record Token(String word, String stem, boolean stopWord, int start, int end) {}
