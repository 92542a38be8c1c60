package io.colloquy.evaluator.work;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A task under way, as the pending store keeps it.
 *
 * @param attempt from 1, counted anew for each provider; results of another attempt are dropped
 * @param deadline when this attempt is given up
 * @param traceparent the trace that the input belongs to
 * @param fallbacks who of the chain was tried before and has failed, in order
 */
public record PendingTask(Task task, int attempt, Instant deadline, String traceparent, List<Fallback> fallbacks) {
    public PendingTask {
        fallbacks = List.copyOf(fallbacks);
    }

    /** The first attempt at a task. */
    public static PendingTask first(Task task, Instant deadline, String traceparent) {
        return new PendingTask(task, 1, deadline, traceparent, List.of());
    }

    /** The same attempt with a new deadline, for when it could only start later. */
    public PendingTask until(Instant later) {
        return new PendingTask(task, attempt, later, traceparent, fallbacks);
    }

    /** The next attempt. */
    public PendingTask next(Instant nextDeadline) {
        return new PendingTask(task, attempt + 1, nextDeadline, traceparent, fallbacks);
    }

    /** The first attempt with whoever comes next in the chain. */
    public PendingTask without(Fallback failed) {
        return new PendingTask(
                task,
                1,
                deadline,
                traceparent,
                Stream.concat(fallbacks.stream(), Stream.of(failed)).toList());
    }
}
