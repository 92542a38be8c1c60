package io.colloquy.reports.emotions;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Expression probabilities of one frame, by label.
 *
 * @param smoothed the same, smoothed over time
 * @param modelHash SHA-256 of the model, hex
 */
public record EmotionReadingView(
        String stream,
        long frameSeq,
        Instant capturedAt,
        Map<String, Float> probabilities,
        Map<String, Float> smoothed,
        String modelHash) {
    private static final List<String> LABELS =
            List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");

    /** Probabilities in the contract's order, by label. */
    static Map<String, Float> labelled(Float[] probabilities) {
        Map<String, Float> labelled = new LinkedHashMap<>();
        for (int i = 0; i < LABELS.size() && i < probabilities.length; i++) {
            labelled.put(LABELS.get(i), probabilities[i]);
        }
        return labelled;
    }
}
