package io.colloquy.sessions.topology;

import io.colloquy.platform.metrics.MetricDefinition;
import java.util.List;

/** Metrics of the decider. A transaction that is tried again counts again. */
public enum SessionMetric implements MetricDefinition {
    EVENTS("session_events_total", "Events decided, by type", List.of("type")),
    REJECTIONS(
            "session_commands_rejected_total",
            "Commands refused, by command and reason",
            List.of("command", "rejection")),
    IGNORED(
            "session_inputs_ignored_total",
            "Inputs that led to nothing: repeated, late or unfitting",
            List.of("input")),
    STRAYS("session_inputs_astray_total", "Records under another session's key", List.of());

    private final String metricName;
    private final String help;
    private final List<String> labels;

    SessionMetric(String metricName, String help, List<String> labels) {
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
