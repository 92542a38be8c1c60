package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.planning.UnusablePlanException;
import io.colloquy.evaluator.providers.Patience;
import io.colloquy.evaluator.providers.ProviderException;
import io.colloquy.evaluator.work.Calls;
import io.colloquy.evaluator.work.Outcome;
import io.colloquy.evaluator.work.PendingTask;
import io.colloquy.evaluator.work.TaskWorker;
import io.colloquy.platform.sealing.KeysUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The calls that one stream task has under way. Started and settled on the stream thread; only the queue of ended attempts is
 * touched by the calls themselves.
 */
final class Attempts {
    private final Calls calls;
    private final TaskWorker worker;
    private final Map<String, UnderWay> underWay = new HashMap<>();
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private long starts;

    Attempts(Calls calls, TaskWorker worker) {
        this.calls = calls;
        this.worker = worker;
    }

    private record UnderWay(long start, long deadline, Runnable giveUp) {}

    /**
     * How an attempt ended.
     *
     * @param start which one it was: a late result of one that was given up is never taken for another's
     */
    record Ended(String taskId, long start, Result result) {}

    /** What came of an attempt. */
    sealed interface Result {
        /** It is done. */
        record Done(Outcome outcome) implements Result {}

        /** The keys could not be reached: nobody's fault, the attempt does not count. */
        record Unavailable() implements Result {}

        /**
         * The attempt failed.
         *
         * @param retryAfter what the provider asked for
         */
        record Failed(String reason, Patience patience, Optional<Duration> retryAfter) implements Result {
            Failed(String reason) {
                this(reason, Patience.RETRY, Optional.empty());
            }
        }
    }

    /** Starts an attempt if there is room. */
    boolean tryStart(PendingTask pending) {
        String taskId = pending.task().id();
        long start = ++starts;
        Optional<Runnable> giveUp = calls.tryStart(worker.lane(pending), () -> run(pending, start));
        giveUp.ifPresent(cancel ->
                underWay.put(taskId, new UnderWay(start, pending.deadline().toEpochMilli(), cancel)));
        return giveUp.isPresent();
    }

    private void run(PendingTask pending, long start) {
        try {
            ended.add(new Ended(pending.task().id(), start, result(pending)));
        } catch (Error e) {
            ended.add(new Ended(pending.task().id(), start, new Result.Failed("Error")));
            throw e;
        }
    }

    private Result result(PendingTask pending) {
        try {
            return new Result.Done(worker.work(pending));
        } catch (KeysUnavailableException e) {
            return new Result.Unavailable();
        } catch (UnusablePlanException e) {
            return new Result.Failed(e.code(), Patience.HOPELESS, Optional.empty());
        } catch (ProviderException e) {
            return new Result.Failed(e.code(), e.patience(), e.retryAfter());
        } catch (Exception e) {
            return new Result.Failed(e.getClass().getSimpleName());
        }
    }

    /** Attempts that have ended since, without those of which nothing is awaited any more. */
    List<Ended> settled() {
        List<Ended> settled = new ArrayList<>();
        for (Ended next = ended.poll(); next != null; next = ended.poll()) {
            UnderWay expected = underWay.get(next.taskId());
            if (expected != null && expected.start() == next.start()) {
                underWay.remove(next.taskId());
                settled.add(next);
            }
        }
        return settled;
    }

    /** Gives up on attempts past their deadline, and names their tasks. */
    List<String> expired(long now) {
        List<String> expired = underWay.entrySet().stream()
                .filter(entry -> entry.getValue().deadline() <= now)
                .map(Map.Entry::getKey)
                .toList();
        expired.forEach(taskId -> underWay.remove(taskId).giveUp().run());
        return expired;
    }

    boolean none() {
        return underWay.isEmpty();
    }

    /** Gives up on all of them; their tasks stay in the store. */
    void giveUpAll() {
        underWay.values().forEach(attempt -> attempt.giveUp().run());
        underWay.clear();
    }
}
