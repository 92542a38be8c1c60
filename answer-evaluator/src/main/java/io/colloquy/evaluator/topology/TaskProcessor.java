package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.work.Calls;
import io.colloquy.evaluator.work.Outcome;
import io.colloquy.evaluator.work.PendingTask;
import io.colloquy.evaluator.work.Task;
import io.colloquy.evaluator.work.TaskWorker;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.wire.EventHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.Queue;
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

    private static final Logger LOG = LoggerFactory.getLogger(TaskProcessor.class);

    private final RetryPolicy policy;
    private final GivingUp givingUp;
    private final Metrics metrics;
    private final Attempts attempts;
    private final Queue<Waiting> waiting = new PriorityQueue<>();
    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, PendingTask> pendingTasks;
    private Cancellable ticking;
    private int pendingCount;

    TaskProcessor(TaskWorker worker, Calls calls, RetryPolicy policy, GivingUp givingUp, Metrics metrics) {
        this.policy = policy;
        this.givingUp = givingUp;
        this.metrics = metrics;
        this.attempts = new Attempts(calls, worker);
    }

    private record Waiting(long notBefore, String taskId) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            return Long.compare(notBefore, other.notBefore);
        }
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        pendingTasks = processorContext.getStateStore(EvaluatorTopology.PENDING_TASKS);
        try (KeyValueIterator<String, PendingTask> left = pendingTasks.all()) {
            while (left.hasNext()) {
                KeyValue<String, PendingTask> next = left.next();
                waiting.add(new Waiting(0, next.key));
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
        PendingTask pending = PendingTask.first(task, deadline(), EventHeaders.traceparentOrNew(record.headers()));
        pendingTasks.put(task.id(), pending);
        count(1);
        if (!attempts.tryStart(pending)) {
            waiting.add(new Waiting(now(), task.id()));
        }
        keepTicking();
    }

    private void tick(long timestamp) {
        attempts.settled().forEach(this::settle);
        attempts.expired(now()).forEach(taskId -> failed(taskId, "TIMEOUT"));
        startWaiting();
        if (attempts.none() && waiting.isEmpty() && ticking != null) {
            ticking.cancel();
            ticking = null;
        }
    }

    private void settle(Attempts.Ended ended) {
        switch (ended.result()) {
            case Attempts.Result.Done done -> finish(ended.taskId(), done.outcome());
            case Attempts.Result.Failed failed -> failed(ended.taskId(), failed.reason());
            case Attempts.Result.Unavailable unavailable -> later(ended.taskId());
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

    private void failed(String taskId, String reason) {
        metrics.counter(EvaluatorMetric.FAILED_ATTEMPTS).labels(reason).inc();
        PendingTask pending = pendingTasks.get(taskId);
        LOG.atWarn()
                .addKeyValue("session_id", pending.task().sessionId())
                .addKeyValue("task_id", taskId)
                .addKeyValue("attempt", pending.attempt())
                .addKeyValue("reason", reason)
                .log("an attempt failed");
        if (pending.attempt() < policy.attempts()) {
            pendingTasks.put(taskId, pending.next(deadline()));
            later(taskId);
        } else {
            givingUp.outcome(pending.task(), reason, pending.attempt())
                    .ifPresentOrElse(outcome -> finish(taskId, outcome), () -> later(taskId));
        }
    }

    private void later(String taskId) {
        waiting.add(new Waiting(now() + policy.pause().toMillis(), taskId));
    }

    private void startWaiting() {
        while (!waiting.isEmpty() && waiting.peek().notBefore() <= now()) {
            String taskId = waiting.peek().taskId();
            PendingTask pending = pendingTasks.get(taskId).until(deadline());
            if (!attempts.tryStart(pending)) {
                return;
            }
            waiting.remove();
            pendingTasks.put(taskId, pending);
        }
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

    private double seconds(PendingTask pending) {
        Instant started = pending.deadline().minus(policy.timeout());
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
