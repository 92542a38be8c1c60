package io.colloquy.evaluator.work;

import java.time.Instant;

/**
 * A task under way, as the pending store keeps it.
 *
 * @param attempt from 1; results of another attempt are dropped
 * @param deadline when this attempt is given up
 * @param traceparent the trace that the input belongs to
 */
public record PendingTask(Task task, int attempt, Instant deadline, String traceparent) {

    /** The first attempt at a task. */
    public static PendingTask first(Task task, Instant deadline, String traceparent) {
        return new PendingTask(task, 1, deadline, traceparent);
    }

    /** The same attempt with a new deadline, for when it could only start later. */
    public PendingTask until(Instant later) {
        return new PendingTask(task, attempt, later, traceparent);
    }

    /** The next attempt. */
    public PendingTask next(Instant nextDeadline) {
        return new PendingTask(task, attempt + 1, nextDeadline, traceparent);
    }
}
