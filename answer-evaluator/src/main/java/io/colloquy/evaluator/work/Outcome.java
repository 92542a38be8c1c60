package io.colloquy.evaluator.work;

import io.colloquy.events.Evaluation;
import io.colloquy.events.QuestionPlan;

/** What a task ended in, ready to be written. */
public sealed interface Outcome {
    /** A plan. */
    record Planned(QuestionPlan plan) implements Outcome {}

    /** A score, a flag or a call for a human. */
    record Evaluated(Evaluation evaluation) implements Outcome {}
}
