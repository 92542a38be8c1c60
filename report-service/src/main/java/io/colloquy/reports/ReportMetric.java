package io.colloquy.reports;

import io.colloquy.platform.metrics.MetricDefinition;
import java.util.List;

/** What this service counts besides its requests. */
public enum ReportMetric implements MetricDefinition {
    /** Hash chains. */
    CHAINS("report_chain_checks_total", "Hash chains of sessions checked", List.of("result")),
    /** Reports. */
    REPORTS("reports_total", "Reports rendered", List.of("format")),
    /** Streams. */
    STREAMS("report_streams", "Server-sent event streams with a reader", List.of()),
    /** Polls of the board. */
    BOARD_POLL("board_poll_seconds", "Time to read an organisation's sessions for its board, seconds", List.of());

    private final String metricName;
    private final String help;
    private final List<String> labels;

    ReportMetric(String metricName, String help, List<String> labels) {
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
