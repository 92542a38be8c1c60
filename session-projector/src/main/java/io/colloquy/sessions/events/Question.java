package io.colloquy.sessions.events;

import java.util.List;

/**
 * A planned question.
 *
 * @param questionId unique within the session
 * @param kind INTRODUCTION, TECHNICAL, BEHAVIOURAL or SITUATIONAL
 * @param category job family or topic
 * @param difficulty 1 (easy) to 5
 * @param weight share in the overall score, relative to the other questions
 * @param seconds suggested time to answer
 */
public record Question(
        String questionId,
        String text,
        String kind,
        String category,
        int difficulty,
        List<ExpectedPoint> expectedPoints,
        double weight,
        int seconds) {
    public Question {
        expectedPoints = List.copyOf(expectedPoints);
    }

    /** Something that a good answer covers, and other wordings of it. */
    public record ExpectedPoint(String text, List<String> synonyms) {
        public ExpectedPoint {
            synonyms = List.copyOf(synonyms);
        }
    }
}
