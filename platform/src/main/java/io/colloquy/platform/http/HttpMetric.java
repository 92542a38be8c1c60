package io.colloquy.platform.http;

import io.colloquy.platform.metrics.MetricDefinition;
import java.util.List;

/** Metrics of every HTTP server. */
enum HttpMetric implements MetricDefinition {
    REQUESTS("http_requests_total", "Requests answered", List.of("method", "route", "status")),
    LATENCY("http_request_seconds", "Time to answer a request, seconds", List.of("method", "route"));

    private final String metricName;
    private final String help;
    private final List<String> labels;

    HttpMetric(String metricName, String help, List<String> labels) {
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
