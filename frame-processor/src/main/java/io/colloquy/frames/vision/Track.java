package io.colloquy.frames.vision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What must be remembered from one frame of a stream to the next. Immutable; {@link TrackBytes} turns it into bytes for a
 * state store and back.
 *
 * @param face the candidate's face in the last frame that showed one; empty once it is lost
 * @param others the other faces as of the last search of the whole picture
 * @param searched capture time of the last thorough search of the whole picture
 * @param eyes where the eyes were last found in the face
 * @param calibration what this person's open eyes look like
 * @param blinks what the eyes did
 * @param smoothing the averaged expression; empty where emotions are not asked for
 */
public record Track(
        Optional<Box> face,
        List<Box> others,
        Optional<Instant> searched,
        EyePlaces eyes,
        EyeCalibration calibration,
        BlinkWatch blinks,
        Optional<Smoothing> smoothing) {
    /** The beginning of a stream. */
    public static final Track NEW = new Track(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            EyePlaces.NONE,
            EyeCalibration.NEW,
            BlinkWatch.NEW,
            Optional.empty());

    public Track {
        others = List.copyOf(others);
    }
}
