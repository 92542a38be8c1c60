package io.colloquy.sessions.projection;

import io.colloquy.platform.metrics.MetricDefinition;
import java.util.List;

/** Metrics of the projectors. */
public enum ProjectionMetric implements MetricDefinition {
    /** Throughput. */
    RECORDS("projection_records_total", "Records taken into a store", List.of("projection", "topic")),
    /** Reads again from the store's position. */
    RETRIES(
            "projection_retries_total",
            "Batches that were not taken and are read again",
            List.of("projection", "cause")),
    /** Poison. */
    UNREADABLE("projection_unreadable_total", "Records that could not be read", List.of("projection", "topic")),
    /** Backlog. */
    LAG("projection_lag_records", "Records waiting to be projected", List.of("projection"));

    private final String metricName;
    private final String help;
    private final List<String> labels;

    ProjectionMetric(String metricName, String help, List<String> labels) {
        this.metricName = metricName;
        this.help = help;
        this.labels = labels;
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
        return labels;
    }
}
