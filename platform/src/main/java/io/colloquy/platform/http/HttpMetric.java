package io.colloquy.platform.http;

import io.colloquy.platform.metrics.Metric;
import io.colloquy.platform.metrics.MetricDefinition;

/** Metrics of every HTTP server. */
enum HttpMetric implements Metric {
    REQUESTS("http_requests_total", "Requests answered", "method", "route", "status"),
    LATENCY("http_request_seconds", "Time to answer a request, seconds", "method", "route");

    private final MetricDefinition definition;

    HttpMetric(String name, String help, String... labels) {
        this.definition = MetricDefinition.of(name, help, labels);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }
}
