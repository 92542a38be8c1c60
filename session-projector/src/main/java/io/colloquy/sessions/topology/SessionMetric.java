package io.colloquy.sessions.topology;

import io.colloquy.platform.metrics.Metric;
import io.colloquy.platform.metrics.MetricDefinition;

/** Metrics of the decider. A transaction that is tried again counts again. */
public enum SessionMetric implements Metric {
    EVENTS("session_events_total", "Events decided, by type", "type"),
    REJECTIONS("session_commands_rejected_total", "Commands refused, by command and reason", "command", "rejection"),
    IGNORED("session_inputs_ignored_total", "Inputs that led to nothing: repeated, late or unfitting", "input"),
    STRAYS("session_inputs_astray_total", "Records under another session's key");

    private final MetricDefinition definition;

    SessionMetric(String name, String help, String... labels) {
        this.definition = MetricDefinition.of(name, help, labels);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }
}
