package io.colloquy.platform.metrics;

import java.util.List;

/** One metric of a service; implemented by an enum, which is then also its documentation. */
public interface MetricDefinition {
    /** Prometheus name without the {@code colloquy_} prefix. */
    String metricName();

    /** What it counts, with its unit. */
    String help();

    /** Label names, in order. */
    List<String> labels();
}
