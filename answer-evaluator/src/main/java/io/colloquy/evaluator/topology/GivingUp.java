package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.work.PendingTask;
import io.colloquy.evaluator.work.Step;

/** What becomes of a task when every attempt with one provider has failed. */
public interface GivingUp {
    /** The step that comes next; pure, so it may be asked without being taken. */
    Step after(PendingTask pending, String reason);
}
