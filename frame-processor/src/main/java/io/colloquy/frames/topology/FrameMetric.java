package io.colloquy.frames.topology;

import io.colloquy.platform.metrics.MetricDefinition;
import java.util.List;

/** Metrics of the frame-processor. */
public enum FrameMetric implements MetricDefinition {
    READINGS("frame_readings_total", "Frames settled, by outcome: READ, or the reason why not", List.of("outcome")),
    PROCESSING("frame_processing_seconds", "Time to look at a frame, seconds", List.of()),
    AGE("frame_to_reading_seconds", "From ingest's receipt of a frame to its reading, seconds", List.of()),
    EMOTION_MODEL_LOADED("emotion_model_loaded", "1 once the emotion model is in memory", List.of());

    private final String metricName;
    private final String help;
    private final List<String> labels;

    FrameMetric(String metricName, String help, List<String> labels) {
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
