package io.colloquy.evaluator.topology;

import io.colloquy.platform.metrics.Metric;
import io.colloquy.platform.metrics.MetricDefinition;

/** What the answer-evaluator measures. */
public enum EvaluatorMetric implements Metric {
    /** Tasks in the pending store. */
    PENDING("evaluator_pending_tasks", "Tasks that wait or are under way"),
    /** Outcomes. */
    OUTCOMES("evaluations_total", "Tasks that ended, by outcome", "outcome"),
    /** Time of the attempt that gave the outcome. */
    SECONDS("evaluation_seconds", "Time from the start of the last attempt to its outcome, seconds", "outcome"),
    /** Attempts that gave nothing. */
    FAILED_ATTEMPTS("evaluation_attempts_failed_total", "Attempts that failed, timed out or came too late", "outcome"),
    /** Whoever was to do it did not, and the next of the chain took over. */
    FALLBACKS(
            "evaluation_fallbacks_total", "Evaluations that fell back to the next of the chain", "provider", "reason");

    private final MetricDefinition definition;

    EvaluatorMetric(String name, String help, String... labels) {
        this.definition = MetricDefinition.of(name, help, labels);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }
}
