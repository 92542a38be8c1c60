package io.colloquy.sessions.readings;

import io.colloquy.events.EmotionRead;
import io.colloquy.events.EmotionReading;
import io.colloquy.sessions.projection.Identifiers;
import java.time.Instant;
import java.util.List;

/**
 * Expression probabilities of a frame, in the order of {@link #LABELS}.
 *
 * @param smoothed the same, smoothed over time
 * @param modelHash SHA-256 of the model, hex
 */
public record EmotionSeen(
        FrameId frame,
        String organisationId,
        Instant occurredAt,
        Instant capturedAt,
        List<Float> probabilities,
        List<Float> smoothed,
        String modelHash) {
    /** What the probabilities are of. */
    public static final List<String> LABELS =
            List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");

    public EmotionSeen {
        probabilities = List.copyOf(probabilities);
        smoothed = List.copyOf(smoothed);
        if (probabilities.size() != LABELS.size() || smoothed.size() != LABELS.size()) {
            throw new IllegalArgumentException("Expected %d probabilities, but got %d and %d"
                    .formatted(LABELS.size(), probabilities.size(), smoothed.size()));
        }
    }

    /** From {@code emotion-readings}. */
    public static EmotionSeen fromAvro(EmotionReading value) {
        Identifiers.require(value.getSessionId(), value.getOrganisationId());
        return switch (value.getPayload()) {
            case EmotionRead it ->
                new EmotionSeen(
                        new FrameId(value.getSessionId(), it.getStream(), it.getFrameSeq()),
                        value.getOrganisationId(),
                        value.getOccurredAt(),
                        it.getCapturedAt(),
                        it.getProbabilities(),
                        it.getSmoothed(),
                        it.getModelHash());
            case null, default ->
                throw new IllegalArgumentException("Expected a payload of emotion-readings, but got another");
        };
    }
}
