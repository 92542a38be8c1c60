package io.colloquy.sessions.projection;

import io.colloquy.platform.metrics.Metric;
import io.colloquy.platform.metrics.MetricDefinition;

/** Metrics of the projectors. */
public enum ProjectionMetric implements Metric {
    /** Throughput. */
    RECORDS("projection_records_total", "Records taken into a store", "projection", "topic"),
    /** Reads again from the store's position. */
    RETRIES("projection_retries_total", "Batches that were not taken and are read again", "projection", "cause"),
    /** Poison. */
    UNREADABLE("projection_unreadable_total", "Records that could not be read", "projection", "topic"),
    /** Backlog. */
    LAG("projection_lag_records", "Records waiting to be projected", "projection");

    private final MetricDefinition definition;

    ProjectionMetric(String name, String help, String... labels) {
        this.definition = MetricDefinition.of(name, help, labels);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }
}
