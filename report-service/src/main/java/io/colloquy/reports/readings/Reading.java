package io.colloquy.reports.readings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

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
        String reason) {

    /** Whether the frame was looked at. */
    @JsonIgnore
    public boolean read() {
        return reason == null;
    }
}
