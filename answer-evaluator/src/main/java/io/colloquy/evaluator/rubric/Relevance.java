package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.Comparator;
import java.util.List;

/**
 * How far the answer serves the question: near to it, points made, in a manner that lets expect something. Who waves the
 * question away speaks about it, too, but does not serve it.
 */
final class Relevance implements Measure {
    private static final double ON_TOPIC = 0.2;
    private static final double POINTS = 0.3;
    private static final double POINTS_BY_WORDINGS = 0.85;

    @Override
    public Measurement of(Reading reading, Findings findings) {
        double points = findings.coverage().isByWordings() ? POINTS_BY_WORDINGS : POINTS;
        double value = (points * CoveredPoints.reached(findings.coverage()) + 1 - points)
                * CoveredPoints.nearness(findings)
                * findings.trusted();
        List<Sentence> onTopic = reading.own().sentences().stream()
                .filter(sentence -> topicality(reading, sentence) > ON_TOPIC)
                .sorted(byTopicality(reading).reversed())
                .toList();
        String rationale = "%d of %d sentences speak about the question or its expected points."
                .formatted(onTopic.size(), reading.own().sentences().size());
        return new Measurement(value, onTopic.isEmpty() ? List.of(mostTopical(reading)) : onTopic, rationale);
    }

    static Sentence mostTopical(Reading reading) {
        return reading.own().sentences().stream().max(byTopicality(reading)).orElseThrow();
    }

    private static Comparator<Sentence> byTopicality(Reading reading) {
        return Comparator.comparingDouble(sentence -> topicality(reading, sentence));
    }

    private static double topicality(Reading reading, Sentence sentence) {
        double byWords = sentence.tokens().stream()
                .filter(token -> !token.stopWord())
                .mapToDouble((Token token) -> reading.topicality(token))
                .average()
                .orElse(0);
        double byMeaning = reading.likeness().toAny(reading.statement(sentence));
        return byMeaning >= Likeness.SAME ? Math.max(byWords, byMeaning) : byWords;
    }
}
