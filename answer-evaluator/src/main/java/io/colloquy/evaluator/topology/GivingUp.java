package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.work.Outcome;
import io.colloquy.evaluator.work.Task;
import java.util.Optional;

/** What becomes of a task when every attempt has failed. */
public interface GivingUp {
    /** The outcome that says so; empty when there is none and the task has to be tried on. */
    Optional<Outcome> outcome(Task task, String reason, int attempts);
}
