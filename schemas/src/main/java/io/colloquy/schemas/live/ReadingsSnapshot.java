package io.colloquy.schemas.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The latest readings of a session.
 *
 * @param version grows with every change
 * @param frameSeq within the stream
 * @param faces how many were seen
 * @param face the candidate's, null when not seen; pixels
 * @param eyesOpen null when unknown
 * @param blinks counted over the session
 * @param reason null, or why the frame was not read
 * @param emotion null where the policy allows none
 * @param presence who is in the picture, as in frame-readings; null when the frame was not read
 * @param blinksPerMinute null while unknown
 * @param quality how well the candidate's face can be seen; null without one
 */
public record ReadingsSnapshot(
        long version,
        String stream,
        long frameSeq,
        Instant capturedAt,
        int faces,
        Face face,
        Boolean eyesOpen,
        int blinks,
        String reason,
        Emotion emotion,
        String presence,
        Double blinksPerMinute,
        Quality quality) {

    /** A box in pixels. */
    public record Face(int x, int y, int width, int height) {}

    /** Units as in frame-readings; {@code flags} say what is too low to trust the reading, {@code null} is unknown. */
    public record Quality(
            Double sharpness, Double brightness, Double contrast, Double rollDegrees, List<String> flags) {}

    /** Probabilities by label; who may see them is the reader's to check. */
    public record Emotion(Map<String, Float> probabilities, Map<String, Float> smoothed, String modelHash) {}
}
