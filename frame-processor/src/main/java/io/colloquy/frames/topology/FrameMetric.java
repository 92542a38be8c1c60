package io.colloquy.frames.topology;

import io.colloquy.platform.metrics.Metric;
import io.colloquy.platform.metrics.MetricDefinition;

/** Metrics of the frame-processor. */
public enum FrameMetric implements Metric {
    READINGS("frame_readings_total", "Frames settled, by outcome: READ, or the reason why not", "outcome"),
    PROCESSING("frame_processing_seconds", "Time to look at a frame, seconds"),
    AGE("frame_to_reading_seconds", "From ingest's receipt of a frame to its reading, seconds"),
    EMOTIONS_OMITTED(
            "emotion_readings_omitted_total",
            "Faces whose expression was allowed but not read, because the model was still being loaded"),
    EMOTION_MODEL_LOADED("emotion_model_loaded", "1 once the emotion model is in memory");

    private final MetricDefinition definition;

    FrameMetric(String name, String help, String... labels) {
        this.definition = MetricDefinition.of(name, help, labels);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }
}
