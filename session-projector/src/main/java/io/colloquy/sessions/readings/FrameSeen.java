package io.colloquy.sessions.readings;

import io.colloquy.events.FaceBox;
import io.colloquy.events.FaceRead;
import io.colloquy.events.FrameNotRead;
import io.colloquy.events.FrameReading;
import io.colloquy.sessions.projection.Identifiers;
import java.time.Instant;
import java.util.List;

/**
 * What was seen in a frame, or why nothing was.
 *
 * @param capturedAt by the browser's clock
 * @param picture null when the frame was not read
 * @param reason null when it was
 */
public record FrameSeen(
        FrameId frame,
        String organisationId,
        Instant occurredAt,
        Instant capturedAt,
        Instant receivedAt,
        Picture picture,
        String reason) {
    private static final String SKIPPED_OVERLOAD = "SKIPPED_OVERLOAD";

    /**
     * What a read frame shows.
     *
     * @param width of the picture, pixels
     * @param face the candidate's, null when there is none
     * @param eyesOpen null when unknown
     * @param blink whether one ended at this frame
     * @param sharpness null without a face
     * @param brightness null without a face
     * @param details null in what was kept before there were any
     */
    public record Picture(
            int width,
            int height,
            int faces,
            Box face,
            Boolean eyesOpen,
            boolean blink,
            Double sharpness,
            Double brightness,
            long processingUs,
            Details details) {}

    /**
     * Who is there, and how well the face can be seen.
     *
     * @param presence UNKNOWN in readings older than this
     * @param presenceChange NONE unless this frame changed it
     * @param contrast null without a face
     * @param rollDegrees null when unknown
     * @param qualityFlags what is too low to trust the reading
     * @param blinksPerMinute null while unknown
     */
    public record Details(
            String presence,
            String presenceChange,
            Double contrast,
            Double rollDegrees,
            List<String> qualityFlags,
            Double blinksPerMinute) {
        public Details {
            qualityFlags = List.copyOf(qualityFlags);
        }

        private static Details of(FaceRead it) {
            return new Details(
                    it.getPresence().name(),
                    it.getPresenceChange().name(),
                    it.getContrast(),
                    it.getRollDegrees(),
                    it.getQualityFlags(),
                    it.getBlinksPerMinute());
        }
    }

    /** A box in pixels. */
    public record Box(int x, int y, int width, int height) {}

    /** Whether a blink ended at this frame. */
    public boolean blink() {
        return picture != null && picture.blink();
    }

    /** Whether it was left out only because a newer frame of the session was queued already. */
    public boolean newerFollows() {
        return SKIPPED_OVERLOAD.equals(reason);
    }

    /** From {@code frame-readings}. */
    public static FrameSeen fromAvro(FrameReading value) {
        Identifiers.require(value.getSessionId(), value.getOrganisationId());
        return switch (value.getPayload()) {
            case FaceRead it ->
                new FrameSeen(
                        new FrameId(value.getSessionId(), it.getStream(), it.getFrameSeq()),
                        value.getOrganisationId(),
                        value.getOccurredAt(),
                        it.getCapturedAt(),
                        it.getReceivedAt(),
                        picture(it),
                        null);
            case FrameNotRead it ->
                new FrameSeen(
                        new FrameId(value.getSessionId(), it.getStream(), it.getFrameSeq()),
                        value.getOrganisationId(),
                        value.getOccurredAt(),
                        it.getCapturedAt(),
                        it.getReceivedAt(),
                        null,
                        it.getReason());
            case null, default ->
                throw new IllegalArgumentException("Expected a payload of frame-readings, but got another");
        };
    }

    private static Picture picture(FaceRead it) {
        return new Picture(
                it.getWidth(),
                it.getHeight(),
                it.getFaces().size(),
                box(it.getFaces(), it.getCandidateFace()),
                it.getEyesOpen(),
                it.getBlink(),
                it.getSharpness(),
                it.getBrightness(),
                it.getProcessingUs(),
                Details.of(it));
    }

    private static Box box(List<FaceBox> faces, int index) {
        if (index < 0) {
            return null;
        }
        if (index >= faces.size()) {
            throw new IllegalArgumentException(
                    "Expected the candidate's face among %d, but it is number %d".formatted(faces.size(), index));
        }
        FaceBox face = faces.get(index);
        return new Box(face.getX(), face.getY(), face.getWidth(), face.getHeight());
    }
}
