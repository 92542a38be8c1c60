package io.colloquy.evaluator.rubric;

/**
 * Whatever can evaluate an answer. May take seconds and may throw: callers keep it off stream threads. Implementations are
 * thread-safe.
 */
public interface Evaluator {
    /** What shows up as provider in every result, for example built-in-rubric. */
    String name();

    /** What shows up as version: of the rules, or of the prompt. */
    String version();

    /** The outcome for one answer. Never a score without evidence from the answer. */
    Evaluation evaluate(EvaluationRequest request) throws Exception;
}
