package io.colloquy.ingest;

import io.colloquy.platform.metrics.Metric;
import io.colloquy.platform.metrics.MetricDefinition;

/** The metrics of this service beside those of every HTTP server. */
public enum IngestMetric implements Metric {
    /** Commands on their way. */
    COMMANDS("commands_total", "Commands sent, by what had become of them in time", "type", "outcome"),
    /** How long decisions take. */
    DECISION_SECONDS("decision_seconds", "Time from sending a command to its decision, seconds", "type"),
    /** Live links. */
    SOCKETS_OPEN("sockets_open", "Candidates' sockets open now"),
    /** Closed live links. */
    SOCKETS_CLOSED("sockets_closed_total", "Candidates' sockets closed, by close code", "code"),
    /** Pictures. */
    FRAMES("frames_total", "Frames by fate: stored, failed, or the reason of refusal", "fate"),
    /** How long pictures take. */
    FRAME_SECONDS("frame_stored_seconds", "Time from receiving a frame to Kafka's acknowledgement, seconds"),
    /** Files that were to become text. */
    UPLOADS(
            "uploads_total",
            "Uploads, by kind (pdf, txt) and what became of them: read, or the problem's type",
            "kind",
            "outcome"),
    /** How long PDFs take. */
    PDF_SECONDS("pdf_seconds", "Time to read a PDF in a process of its own, seconds");

    private final MetricDefinition definition;

    IngestMetric(String name, String help, String... labels) {
        this.definition = MetricDefinition.of(name, help, labels);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }
}
