package io.colloquy.evaluator.bank;

/** What a question is after; decides how the structure of its answer is read. */
public enum QuestionKind {
    /** Opens the interview: who the candidate is. */
    INTRODUCTION,
    /** Knowledge of the trade. */
    TECHNICAL,
    /** What the candidate once did: situation, task, action, result. */
    BEHAVIOURAL,
    /** What the candidate would do. */
    SITUATIONAL
}
