package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.text.Sentence;
import java.util.Comparator;
import java.util.List;

/**
 * What of an answer and its question is worth comparing by meaning: bounded in number and length, whatever the answer.
 *
 * @param language code
 * @param question its text
 * @param points texts of the expected points
 * @param statements what the answer's sentences say in words of their own, the longest when there are many
 */
public record TextsToCompare(String language, String question, List<String> points, List<String> statements) {
    static final int MOST_STATEMENTS = 40;
    static final int LONGEST = 1_000;

    private static final int MOST_POINTS = 40;
    private static final int FEWEST_WORDS = 3;

    public TextsToCompare {
        points = List.copyOf(points);
        statements = List.copyOf(statements);
    }

    static TextsToCompare of(Reading reading) {
        return new TextsToCompare(
                reading.language().code(),
                cut(reading.question().text()),
                reading.question().expectedPoints().stream()
                        .map(ExpectedPoint::text)
                        .filter(text -> !text.isBlank() && text.length() <= LONGEST)
                        .distinct()
                        .limit(MOST_POINTS)
                        .toList(),
                reading.own().sentences().stream()
                        .filter(sentence -> sentence.tokens().size() >= FEWEST_WORDS)
                        .sorted(Comparator.comparingInt(
                                        (Sentence sentence) -> sentence.tokens().size())
                                .reversed())
                        .map(reading::statement)
                        .distinct()
                        .limit(MOST_STATEMENTS)
                        .toList());
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
