package io.colloquy.evaluator.rubric;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How near the sentences of an answer are in meaning to its question and to the expected points, found out before the answer is
 * evaluated. From 0 (as texts that have nothing to do with each other) over 0.5 (the same rather than not) to 1 (a paraphrase);
 * what was not compared is 0.
 *
 * @param toQuestion by sentence
 * @param toPoints by text of the point, then by sentence
 */
public record Likeness(Map<String, Double> toQuestion, Map<String, Map<String, Double>> toPoints) {
    /** Nothing was compared. */
    public static final Likeness NONE = new Likeness(Map.of(), Map.of());

    /** From here on it is the same rather than not. */
    static final double SAME = 0.5;

    public Likeness {
        toQuestion = Map.copyOf(toQuestion);
        toPoints = toPoints.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Map.copyOf(entry.getValue())));
    }

    double toPoint(String point, String statement) {
        return toPoints.getOrDefault(point, Map.of()).getOrDefault(statement, 0.0);
    }

    /** To the question or to the nearest of its points. */
    double toAny(String statement) {
        double question = toQuestion.getOrDefault(statement, 0.0);
        return toPoints.keySet().stream()
                .mapToDouble(point -> toPoint(point, statement))
                .reduce(question, Math::max);
    }

    /** The mean over an answer, longer sentences counting more. */
    double ofAnswer(Reading reading) {
        if (toQuestion.isEmpty() && toPoints.isEmpty()) {
            return 0;
        }
        double words = reading.own().tokens().size();
        return reading.own().sentences().stream()
                .mapToDouble(sentence ->
                        toAny(reading.statement(sentence)) * sentence.tokens().size() / words)
                .sum();
    }
}
