package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.work.Calls;
import io.colloquy.evaluator.work.Outcome;
import io.colloquy.evaluator.work.PendingTask;
import io.colloquy.evaluator.work.Step;
import io.colloquy.evaluator.work.Task;
import io.colloquy.evaluator.work.TaskWorker;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.wire.EventHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every task in the pending store until its outcome is forwarded, in the same transaction that clears it. Calls run
 * beside the stream thread; a wall-clock punctuator, scheduled only while something is pending, settles them. What finds no
 * room waits in the store. After a restart whatever the store holds is started again.
 */
final class TaskProcessor implements Processor<String, Task, String, SpecificRecord> {
    static final Duration TICK = Duration.ofMillis(20);

    private static final String TIMEOUT = "TIMEOUT";
    private static final Logger LOG = LoggerFactory.getLogger(TaskProcessor.class);

    private final RetryPolicy policy;
    private final GivingUp givingUp;
    private final Metrics metrics;
    private final TaskWorker worker;
    private final Attempts attempts;
    private final Waiting waiting = new Waiting();
    private final RandomGenerator random = RandomGenerator.getDefault();
    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, PendingTask> pendingTasks;
    private Cancellable ticking;
    private int pendingCount;

    TaskProcessor(TaskWorker worker, Calls calls, RetryPolicy policy, GivingUp givingUp, Metrics metrics) {
        this.policy = policy;
        this.givingUp = givingUp;
        this.metrics = metrics;
        this.worker = worker;
        this.attempts = new Attempts(calls, worker);
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        pendingTasks = processorContext.getStateStore(EvaluatorTopology.PENDING_TASKS);
        try (KeyValueIterator<String, PendingTask> left = pendingTasks.all()) {
            while (left.hasNext()) {
                KeyValue<String, PendingTask> next = left.next();
                await(next.value, 0);
                count(1);
            }
        }
        keepTicking();
    }

    @Override
    public void process(Record<String, Task> record) {
        Task task = record.value();
        if (pendingTasks.get(task.id()) != null) {
            return;
        }
        PendingTask first = PendingTask.first(task, deadline(), EventHeaders.traceparentOrNew(record.headers()));
        PendingTask pending = first.until(Instant.ofEpochMilli(now()).plus(patience(first)));
        pendingTasks.put(task.id(), pending);
        count(1);
        if (!attempts.tryStart(pending)) {
            await(pending, now());
        }
        keepTicking();
    }

    private void tick(long timestamp) {
        attempts.settled().forEach(this::settle);
        attempts.expired(now()).forEach(this::timedOut);
        waiting.overdue(now()).forEach(this::timedOut);
        startWaiting();
        if (attempts.none() && waiting.isEmpty() && ticking != null) {
            ticking.cancel();
            ticking = null;
        }
    }

    private void timedOut(String taskId) {
        failed(taskId, new Attempts.Result.Failed(TIMEOUT));
    }

    private void settle(Attempts.Ended ended) {
        switch (ended.result()) {
            case Attempts.Result.Done done -> finish(ended.taskId(), done.outcome());
            case Attempts.Result.Failed failed -> failed(ended.taskId(), failed);
            case Attempts.Result.Unavailable unavailable -> later(pendingTasks.get(ended.taskId()), Optional.empty());
        }
    }

    private void finish(String taskId, Outcome outcome) {
        PendingTask pending = pendingTasks.get(taskId);
        Outgoing outgoing = Outgoing.of(outcome, pending.traceparent());
        context.forward(
                new Record<>(pending.task().sessionId(), outgoing.value(), now(), outgoing.headers()), outgoing.sink());
        clear(taskId);
        metrics.counter(EvaluatorMetric.OUTCOMES).labels(outgoing.type()).inc();
        metrics.histogram(EvaluatorMetric.SECONDS).labels(outgoing.type()).observe(seconds(pending));
    }

    private void failed(String taskId, Attempts.Result.Failed failure) {
        PendingTask pending = pendingTasks.get(taskId);
        metrics.counter(EvaluatorMetric.FAILED_ATTEMPTS)
                .labels(failure.reason())
                .inc();
        LOG.atWarn()
                .addKeyValue("session_id", pending.task().sessionId())
                .addKeyValue("task_id", taskId)
                .addKeyValue("lane", worker.lane(pending))
                .addKeyValue("attempt", pending.attempt())
                .addKeyValue("reason", failure.reason())
                .log("an attempt failed");
        Step otherwise = givingUp.after(pending, failure.reason());
        if (isWorthAnotherTry(pending, failure, otherwise)) {
            PendingTask next = pending.next(deadline());
            pendingTasks.put(taskId, next);
            later(next, failure.retryAfter());
        } else {
            take(otherwise, pending);
        }
    }

    private boolean isWorthAnotherTry(PendingTask pending, Attempts.Result.Failed failure, Step otherwise) {
        return pending.attempt() < policy.attempts()
                && !worker.isAwaited(pending)
                && !policy.isTooLong(failure.retryAfter())
                && switch (failure.patience()) {
                    case RETRY -> true;
                    case NOT_NOW -> !(otherwise instanceof Step.FallBack);
                    case HOPELESS -> false;
                };
    }

    private void take(Step step, PendingTask pending) {
        switch (step) {
            case Step.End end -> finish(pending.task().id(), end.outcome());
            case Step.TryOn tryOn -> later(pending, Optional.empty());
            case Step.FallBack fallBack -> {
                metrics.counter(EvaluatorMetric.FALLBACKS)
                        .labels(fallBack.failed().provider(), fallBack.failed().reason())
                        .inc();
                hand(fallBack.next());
            }
        }
    }

    /** Whoever has no time left is not asked at all. */
    private void hand(PendingTask next) {
        if (worker.isAwaited(next) && next.deadline().toEpochMilli() <= now()) {
            take(givingUp.after(next, TIMEOUT), next);
        } else {
            pendingTasks.put(next.task().id(), next);
            await(next, now());
        }
    }

    private void later(PendingTask pending, Optional<Duration> asked) {
        Duration rest = policy.rest(pending.attempt(), asked, random);
        await(pending, now() + rest.toMillis());
    }

    private void await(PendingTask pending, long notBefore) {
        long latest = worker.isAwaited(pending) ? pending.deadline().toEpochMilli() : Waiting.FOR_EVER;
        waiting.add(worker.lane(pending), pending.task().id(), notBefore, latest);
    }

    /** A lane without room keeps its own tasks waiting and nobody else's. */
    private void startWaiting() {
        waiting.startDue(now(), taskId -> {
            PendingTask stored = pendingTasks.get(taskId);
            PendingTask pending = worker.isAwaited(stored) ? stored : stored.until(deadline());
            boolean started = attempts.tryStart(pending);
            if (started) {
                pendingTasks.put(taskId, pending);
            }
            return started;
        });
    }

    private void clear(String taskId) {
        pendingTasks.delete(taskId);
        count(-1);
    }

    private void count(int change) {
        pendingCount += change;
        metrics.gauge(EvaluatorMetric.PENDING).inc(change);
    }

    private void keepTicking() {
        if (ticking == null && pendingCount > 0) {
            ticking = context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
        }
    }

    private Instant deadline() {
        return Instant.ofEpochMilli(now()).plus(policy.timeout());
    }

    /** How long an attempt may take, or all attempts together that somebody waits for. */
    private Duration patience(PendingTask pending) {
        return worker.isAwaited(pending) ? policy.awaited() : policy.timeout();
    }

    private double seconds(PendingTask pending) {
        Instant started = pending.deadline().minus(patience(pending));
        return Math.max(0, now() - started.toEpochMilli()) / 1000.0;
    }

    private long now() {
        return context.currentSystemTimeMs();
    }

    @Override
    public void close() {
        attempts.giveUpAll();
        metrics.gauge(EvaluatorMetric.PENDING).dec(pendingCount);
        pendingCount = 0;
    }
}
