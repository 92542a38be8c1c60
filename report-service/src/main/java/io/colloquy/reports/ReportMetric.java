package io.colloquy.reports;

import io.colloquy.platform.metrics.Metric;
import io.colloquy.platform.metrics.MetricDefinition;

/** What this service counts besides its requests. */
public enum ReportMetric implements Metric {
    /** Hash chains. */
    CHAINS("report_chain_checks_total", "Hash chains of sessions checked", "result"),
    /** Reports. */
    REPORTS("reports_total", "Reports rendered", "format"),
    /** Streams. */
    STREAMS("report_streams", "Server-sent event streams with a reader"),
    /** Polls of the board. */
    BOARD_POLL("board_poll_seconds", "Time to read an organisation's sessions for its board, seconds");

    private final MetricDefinition definition;

    ReportMetric(String name, String help, String... labels) {
        this.definition = MetricDefinition.of(name, help, labels);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }
}
