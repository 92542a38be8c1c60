package io.colloquy.evaluator.bank;

import java.util.List;

/**
 * A question with all that is needed to ask it and to score its answer.
 *
 * @param id unique within its bank
 * @param text as asked
 * @param kind what it is after
 * @param category job family or topic
 * @param difficulty 1 (easy) to 5
 * @param expectedPoints what a good answer covers
 * @param weight share in the overall score, relative to the other questions
 * @param seconds suggested time to answer
 */
public record Question(
        String id,
        String text,
        QuestionKind kind,
        String category,
        int difficulty,
        List<ExpectedPoint> expectedPoints,
        double weight,
        int seconds) {
    public Question {
        expectedPoints = List.copyOf(expectedPoints);
    }
}
