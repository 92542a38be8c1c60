package io.colloquy.evaluator.text;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How usual the spelling of a word is: the mean cost of its letter pairs, learned from running text. Real words, also rare and
 * technical ones, mostly stay below 4; keys hit at random mostly do not.
 *
 * @param rows 27 rows of 27 digits: word boundary and a to z, first letter by following letter
 */
public record LetterPairs(List<String> rows) {
    private static final int LETTERS = 27;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    public LetterPairs {
        rows = List.copyOf(rows);
        if (rows.size() != LETTERS || rows.stream().anyMatch(row -> row.length() != LETTERS)) {
            throw new IllegalArgumentException("Expected 27 rows of 27 costs, but the table has another shape");
        }
    }

    /** Mean cost per pair, 0 (usual) to 9; accents are left aside, and letters outside a to z count as word boundaries. */
    public double cost(String written) {
        String word = MARKS.matcher(
                        Normalizer.normalize(written.replace("ß", "ss").replace("œ", "oe"), Normalizer.Form.NFD))
                .replaceAll("");
        int previous = 0;
        int sum = 0;
        for (int i = 0; i <= word.length(); i++) {
            int letter = i < word.length() ? index(word.charAt(i)) : 0;
            sum += rows.get(previous).charAt(letter) - '0';
            previous = letter;
        }
        return (double) sum / (word.length() + 1);
    }

    private static int index(char letter) {
        return letter >= 'a' && letter <= 'z' ? letter - 'a' + 1 : 0;
    }
}
