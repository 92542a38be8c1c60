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
    private static final Pattern BOUNDARY = Pattern.compile("(?<![.!?…])[.!?…]++[\"”’)]*+(?=\\s|$)|;\\s|\\R+");

    public Passage {
        sentences = List.copyOf(sentences);
    }

    /** Takes a text apart by the rules of a language. */
    public static Passage of(String text, Language language) {
        List<Token> tokens = language.tokens(text);
        List<Sentence> sentences = new ArrayList<>();
        Matcher boundary = BOUNDARY.matcher(text);
        int start = 0;
        int first = 0;
        while (start < text.length()) {
            int end = boundary.find() ? boundary.end() : text.length();
            int next = first;
            while (next < tokens.size() && tokens.get(next).start() < end) {
                next++;
            }
            if (next > first) {
                sentences.add(sentence(text, start, end, tokens.subList(first, next)));
            }
            start = end;
            first = next;
        }
        return new Passage(text, sentences);
    }

    private static Sentence sentence(String text, int from, int to, List<Token> within) {
        int start = from;
        while (Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = Math.max(to, within.getLast().end());
        while (Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Sentence(start, end, within);
    }

    /** The sentence that begins there. */
    public Optional<Sentence> startingAt(int start) {
        return sentences.stream().skip(place(start)).findFirst().filter(it -> it.start() == start);
    }

    /** The sentence behind this one. */
    public Optional<Sentence> following(Sentence sentence) {
        return sentences.stream().skip(place(sentence.start() + 1)).findFirst();
    }

    /** How many sentences begin before there. */
    private int place(int start) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
