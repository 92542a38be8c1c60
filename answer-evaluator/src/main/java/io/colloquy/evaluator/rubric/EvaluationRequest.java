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
 */
public record EvaluationRequest(
        Question question, String answerText, String jobTitle, String language, Rubric rubric) {}
