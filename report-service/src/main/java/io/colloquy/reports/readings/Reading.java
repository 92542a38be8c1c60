package io.colloquy.reports.readings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * What was seen in one frame, or why nothing was.
 *
 * @param stream UUID of the page load
 * @param frameSeq within the stream
 * @param capturedAt by the browser's clock
 * @param readAt when the frame was settled, by our clock
 * @param faces how many; null when the frame was not read
 * @param eyesOpen null when unknown
 * @param blink whether a blink ended here
 * @param brightness mean grey of the face, 0 to 255; null when unknown
 * @param reason why the frame was not read; null when it was
 * @param signals null when the frame was not read
 */
public record Reading(
        String stream,
        long frameSeq,
        Instant capturedAt,
        Instant readAt,
        Integer faces,
        Boolean eyesOpen,
        boolean blink,
        Double brightness,
        String reason,
        @JsonUnwrapped Signals signals) {

    /**
     * Who was there, and how well the face could be seen.
     *
     * @param presence who is in the picture, as in frame-readings; null in older readings, like all of these
     * @param presenceChange what this frame changed about that
     * @param sharpness null without a face
     * @param contrast null without a face
     * @param rollDegrees how far the head is tilted; null when unknown
     * @param qualityFlags what is too low to trust the reading
     * @param blinksPerMinute null while unknown
     */
    public record Signals(
            String presence,
            String presenceChange,
            Double sharpness,
            Double contrast,
            Double rollDegrees,
            List<String> qualityFlags,
            Double blinksPerMinute) {
        public Signals {
            qualityFlags = qualityFlags == null ? null : List.copyOf(qualityFlags);
        }
    }

    /** Whether the candidate's face was lost here. */
    @JsonIgnore
    public boolean lost() {
        return signals != null && "LOST".equals(signals.presenceChange());
    }

    /** Whether the face could not be seen well. */
    @JsonIgnore
    public boolean lowQuality() {
        return signals != null
                && signals.qualityFlags() != null
                && !signals.qualityFlags().isEmpty();
    }

    /** Whether the frame was looked at. */
    @JsonIgnore
    public boolean read() {
        return reason == null;
    }
}
