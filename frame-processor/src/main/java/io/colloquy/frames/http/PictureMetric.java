package io.colloquy.frames.http;

import io.colloquy.platform.metrics.Metric;
import io.colloquy.platform.metrics.MetricDefinition;

/** Metrics of pictures that come over HTTP. */
enum PictureMetric implements Metric {
    PICTURES("pictures_total", "Pictures looked at over HTTP, by outcome: READ, or the reason why not", "outcome");

    private final MetricDefinition definition;

    PictureMetric(String name, String help, String... labels) {
        this.definition = MetricDefinition.of(name, help, labels);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }
}
