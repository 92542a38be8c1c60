package io.colloquy.frames.vision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What came of one frame: a reading, or the reason why there is none. */
public sealed interface FrameAnalysis {

    /** What the caller keeps for the next frame of the same stream. */
    Track next();

    /**
     * The picture was looked at; it need not hold a face.
     *
     * @param width of the picture, pixels
     * @param height of the picture, pixels
     * @param faces the candidate's face in this picture, and the others
     * @param candidate index of the candidate's face in {@code faces}; −1 when there is none
     * @param presence who is in the picture
     * @param shift what this frame changed about that
     * @param othersSeenAt capture time of the frame as of which the others are told
     * @param eyes of the candidate
     * @param blink whether a blink ended at this frame
     * @param blinksPerMinute see {@link BlinkRate}; empty while unknown
     * @param quality of the candidate's face; empty without one
     * @param expression only where it was asked for and there is a face
     */
    record Read(
            int width,
            int height,
            List<Box> faces,
            int candidate,
            Presence presence,
            PresenceShift shift,
            Optional<Instant> othersSeenAt,
            EyeState eyes,
            boolean blink,
            OptionalDouble blinksPerMinute,
            Optional<Quality> quality,
            Optional<Expression> expression,
            Track next)
            implements FrameAnalysis {
        public Read {
            faces = List.copyOf(faces);
        }

        /** The candidate's face. */
        public Optional<Box> face() {
            return candidate < 0 ? Optional.empty() : Optional.of(faces.get(candidate));
        }
    }

    /**
     * The picture could not be looked at; the track stays what it was.
     *
     * @param message for logs and people; holds no content
     */
    record Unread(Unreadable reason, String message, Track next) implements FrameAnalysis {}
}
