package io.colloquy.evaluator.topology;

import io.colloquy.platform.metrics.MetricDefinition;
import java.util.List;

/** What the answer-evaluator measures. */
public enum EvaluatorMetric implements MetricDefinition {
    /** Tasks in the pending store. */
    PENDING("evaluator_pending_tasks", "Tasks that wait or are under way", false),
    /** Outcomes. */
    OUTCOMES("evaluations_total", "Tasks that ended, by outcome", true),
    /** Time of the attempt that gave the outcome. */
    SECONDS("evaluation_seconds", "Time from the start of the last attempt to its outcome, seconds", true),
    /** Attempts that gave nothing. */
    FAILED_ATTEMPTS("evaluation_attempts_failed_total", "Attempts that failed, timed out or came too late", true);

    private final String metricName;
    private final String help;
    private final boolean labelled;

    EvaluatorMetric(String metricName, String help, boolean labelled) {
        this.metricName = metricName;
        this.help = help;
        this.labelled = labelled;
    }

    @Override
    public String metricName() {
        return metricName;
    }

    @Override
    public String help() {
        return help;
    }

    @Override
    public List<String> labels() {
        return labelled ? List.of("outcome") : List.of();
    }
}
