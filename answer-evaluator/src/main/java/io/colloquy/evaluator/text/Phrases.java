package io.colloquy.evaluator.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of phrases to be found in running words. A phrase is compared word for word; a word that ends in an asterisk stands for
 * all words that begin so. Immutable and thread-safe.
 */
public final class Phrases {
    private static final int INDEXED = 2;

    private final List<String> all;
    private final Map<String, List<Phrase>> byBeginning = new HashMap<>();

    /** These phrases, words separated by spaces as {@link Token#word()} spells them. */
    public Phrases(List<String> phrases) {
        this.all = List.copyOf(phrases);
        for (int number = 0; number < all.size(); number++) {
            List<String> words = List.of(all.get(number).split(" ", -1));
            byBeginning
                    .computeIfAbsent(beginning(words.getFirst()), key -> new ArrayList<>())
                    .add(new Phrase(number, words));
        }
    }

    /** Told about each place where a phrase stands. */
    @FunctionalInterface
    interface Visitor {
        /** The phrase with this number stands from start (inclusive) to end (exclusive). */
        void found(int phrase, int start, int end);
    }

    /** The phrases as they were given. */
    public List<String> all() {
        return all;
    }

    /** Whether one of them occurs. */
    public boolean occurIn(List<Token> tokens) {
        return !coveredIn(tokens).isEmpty();
    }

    /** How many different ones occur. */
    public long distinctIn(List<Token> tokens) {
        Set<Integer> found = new HashSet<>();
        forEachIn(tokens, (phrase, start, end) -> found.add(phrase));
        return found.size();
    }

    /** How many stretches of words belong to one of them; overlapping ones count once. */
    public int countIn(List<Token> tokens) {
        BitSet covered = coveredIn(tokens);
        int count = 0;
        for (int i = covered.nextSetBit(0); i >= 0; i = covered.nextSetBit(covered.nextClearBit(i))) {
            count++;
        }
        return count;
    }

    /** The places of the words that belong to one of them. */
    public BitSet coveredIn(List<Token> tokens) {
        BitSet covered = new BitSet(tokens.size());
        forEachIn(tokens, (phrase, start, end) -> covered.set(start, end));
        return covered;
    }

    void forEachIn(List<Token> tokens, Visitor visitor) {
        for (int start = 0; start < tokens.size(); start++) {
            for (Phrase phrase :
                    byBeginning.getOrDefault(beginning(tokens.get(start).word()), List.of())) {
                if (phrase.standsAt(tokens, start)) {
                    visitor.found(phrase.number(), start, start + phrase.words().size());
                }
            }
        }
    }

    /** Two letters lead to the candidates; of one-letter words and their like, what there is. */
    private static String beginning(String word) {
        String letters = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
        return letters.substring(0, Math.min(INDEXED, letters.length()));
    }

    private record Phrase(int number, List<String> words) {
        boolean standsAt(List<Token> tokens, int start) {
            if (start + words.size() > tokens.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (!matches(words.get(i), tokens.get(start + i).word())) {
                    return false;
                }
            }
            return true;
        }

        private static boolean matches(String wanted, String word) {
            return wanted.endsWith("*")
                    ? word.startsWith(wanted.substring(0, wanted.length() - 1))
                    : wanted.equals(word);
        }
    }
}
