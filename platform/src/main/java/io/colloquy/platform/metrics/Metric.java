package io.colloquy.platform.metrics;

/** One metric of a service; implemented by an enum, which is then also its documentation. */
public interface Metric {

    /** What it is called and what it counts. */
    MetricDefinition definition();
}
