package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Passage;
import java.util.regex.Pattern;

/** What can be said about the build of sentences without parsing them. */
final class Grammar {
    private static final Pattern SEGMENT = Pattern.compile("[,;.:!?\\n]");
    private static final int LONGEST_TERM = 3;

    private Grammar() {}

    /** The share of words that stand in pieces of one to three words between commas, full stops and "and". */
    static double listed(Passage passage, Language language) {
        String and = language.phrases("separators").all().getFirst();
        int listed = 0;
        for (String segment : SEGMENT.split(passage.text(), -1)) {
            for (String piece : segment.split("(?<!\\p{L})" + Pattern.quote(and) + "(?!\\p{L})", -1)) {
                int words = language.tokens(piece).size();
                listed += words <= LONGEST_TERM ? words : 0;
            }
        }
        return (double) listed / Math.max(1, passage.tokens().size());
    }

    /** How many more commas than ends of sentences there are, per word. */
    static double commasOverStops(Passage passage) {
        long commas =
                passage.text().chars().filter(character -> character == ',').count();
        long stops = passage.text()
                .chars()
                .filter(character -> ".!?:;".indexOf(character) >= 0)
                .count();
        return (double) (commas - stops) / Math.max(1, passage.tokens().size());
    }
}
