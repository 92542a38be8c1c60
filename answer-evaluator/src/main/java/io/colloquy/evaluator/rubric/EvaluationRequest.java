package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.Question;

/**
 * What an evaluation depends on, and nothing else: no name, no picture, no emotion.
 *
 * @param question as asked, with its expected points
 * @param answerText as the candidate gave it
 * @param jobTitle what the interview is for
 * @param language BCP 47 tag of the interview
 * @param rubric how to score
 * @param likeness how near the answer's sentences are in meaning to question and points, where that was found out
 */
public record EvaluationRequest(
        Question question, String answerText, String jobTitle, String language, Rubric rubric, Likeness likeness) {
    /** Nothing was compared by meaning. */
    public EvaluationRequest(Question question, String answerText, String jobTitle, String language, Rubric rubric) {
        this(question, answerText, jobTitle, language, rubric, Likeness.NONE);
    }

    /** The same, compared by meaning. */
    public EvaluationRequest with(Likeness compared) {
        return new EvaluationRequest(question, answerText, jobTitle, language, rubric, compared);
    }
}
