package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.text.Sentence;
import io.colloquy.evaluator.text.Token;
import java.util.Comparator;
import java.util.List;

/** How much of the answer speaks about the question: points made, words on the topic, the question's own words taken up. */
final class Relevance implements Measure {
    private static final double POINTS = 0.65;
    private static final double TOPIC = 0.2;
    private static final double ASKED = 0.15;
    private static final double FULL_TOPICALITY = 0.35;
    private static final double FULL_TAKING_UP = 0.8;

    @Override
    public Measurement of(Reading reading, Coverage coverage) {
        double topic = Math.min(1, reading.topicality() / FULL_TOPICALITY);
        double asked = Math.min(1, reading.takesUpQuestion() / FULL_TAKING_UP);
        double value = POINTS * CoveredPoints.reached(coverage) + TOPIC * topic + ASKED * asked;
        List<Sentence> onTopic = reading.own().sentences().stream()
                .filter(sentence -> topicality(reading, sentence) > 0.2)
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
        return sentence.tokens().stream()
                .filter(token -> !token.stopWord())
                .mapToDouble((Token token) -> reading.topicality(token))
                .average()
                .orElse(0);
    }
}
