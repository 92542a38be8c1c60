package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Passage;
import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** What can be said about the build of sentences without parsing them. */
final class Grammar {
    private static final Pattern PAUSE = Pattern.compile(".*[,;:–—-].*", Pattern.DOTALL);
    private static final Pattern SEGMENT = Pattern.compile("[,;.:!?\\n]");
    private static final int LONGEST_TERM = 3;

    private Grammar() {}

    /** How many words per word stand where no such word can: an article before a conjunction, a preposition at the end. */
    static double breaks(Passage passage, Language language) {
        double breaks = passage.sentences().stream()
                .mapToDouble(sentence -> breaks(sentence, passage.text(), language))
                .sum();
        return breaks / Math.max(1, passage.tokens().size());
    }

    private static double breaks(Sentence sentence, String text, Language language) {
        List<Token> tokens = sentence.tokens();
        BitSet articles = language.phrases("articles").coveredIn(tokens);
        BitSet prepositions = language.phrases("prepositions").coveredIn(tokens);
        BitSet conjunctions = language.phrases("conjunctions").coveredIn(tokens);
        int last = tokens.size() - 1;
        double breaks = articles.get(last) || prepositions.get(last) || conjunctions.get(last) ? 1 : 0;
        for (int i = 0; i < last; i++) {
            String between =
                    text.substring(tokens.get(i).end(), tokens.get(i + 1).start());
            if (!PAUSE.matcher(between).matches()) {
                boolean bindsOn = articles.get(i + 1) || prepositions.get(i + 1) || conjunctions.get(i + 1);
                breaks += (articles.get(i) && bindsOn) || (prepositions.get(i) && conjunctions.get(i + 1)) ? 1 : 0;
                breaks += conjunctions.get(i) && conjunctions.get(i + 1) ? 0.5 : 0;
            }
        }
        return breaks;
    }

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
