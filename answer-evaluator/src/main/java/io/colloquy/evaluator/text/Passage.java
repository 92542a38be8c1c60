package io.colloquy.evaluator.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text taken apart into sentences and words, all with their places in the original.
 *
 * @param text the original, untouched
 * @param sentences in order; sentences without words are left out
 */
public record Passage(String text, List<Sentence> sentences) {
    private static final Pattern BOUNDARY = Pattern.compile("[.!?…]+[\"”’)]*(?=\\s|$)|;\\s|\\R+");

    public Passage {
        sentences = List.copyOf(sentences);
    }

    /** Takes a text apart by the rules of a language. */
    public static Passage of(String text, Language language) {
        List<Token> tokens = language.tokens(text);
        List<Sentence> sentences = new ArrayList<>();
        Matcher boundary = BOUNDARY.matcher(text);
        int start = 0;
        while (start < text.length()) {
            int end = boundary.find() ? boundary.end() : text.length();
            sentence(text, start, end, tokens).ifPresent(sentences::add);
            start = end;
        }
        return new Passage(text, sentences);
    }

    private static Optional<Sentence> sentence(String text, int from, int to, List<Token> all) {
        List<Token> within = all.stream()
                .filter(token -> token.start() >= from && token.start() < to)
                .toList();
        if (within.isEmpty()) {
            return Optional.empty();
        }
        int start = from;
        while (Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = Math.max(to, within.getLast().end());
        while (Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return Optional.of(new Sentence(start, end, within));
    }

    /** All words in order. */
    public List<Token> tokens() {
        return sentences.stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .toList();
    }

    /** The words that carry content, in order. */
    public List<Token> contentTokens() {
        return tokens().stream().filter(token -> !token.stopWord()).toList();
    }

    /** The distinct stems of the words that carry content. */
    public Set<String> contentStems() {
        return contentTokens().stream().map(Token::stem).collect(Collectors.toCollection(HashSet::new));
    }

    /** The same text seen without some of its words; sentences that lose all of theirs are gone. */
    public Passage without(Predicate<Token> unwanted) {
        List<Sentence> kept = sentences.stream()
                .map(sentence -> new Sentence(
                        sentence.start(),
                        sentence.end(),
                        sentence.tokens().stream().filter(unwanted.negate()).toList()))
                .filter(sentence -> !sentence.tokens().isEmpty())
                .toList();
        return new Passage(text, kept);
    }
}
