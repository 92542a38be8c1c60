package io.colloquy.ingest;

import io.colloquy.platform.metrics.MetricDefinition;
import java.util.List;

/** The metrics of this service beside those of every HTTP server. */
public enum IngestMetric implements MetricDefinition {
    /** Commands on their way. */
    COMMANDS("commands_total", "Commands sent, by what had become of them in time", List.of("type", "outcome")),
    /** How long decisions take. */
    DECISION_SECONDS("decision_seconds", "Time from sending a command to its decision, seconds", List.of("type")),
    /** Live links. */
    SOCKETS_OPEN("sockets_open", "Candidates' sockets open now", List.of()),
    /** Closed live links. */
    SOCKETS_CLOSED("sockets_closed_total", "Candidates' sockets closed, by close code", List.of("code")),
    /** Pictures. */
    FRAMES("frames_total", "Frames by fate: stored, failed, or the reason of refusal", List.of("fate")),
    /** How long pictures take. */
    FRAME_SECONDS("frame_stored_seconds", "Time from receiving a frame to Kafka's acknowledgement, seconds", List.of());

    private final String metricName;
    private final String help;
    private final List<String> labels;

    IngestMetric(String metricName, String help, List<String> labels) {
        this.metricName = metricName;
        this.help = help;
        this.labels = List.copyOf(labels);
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
