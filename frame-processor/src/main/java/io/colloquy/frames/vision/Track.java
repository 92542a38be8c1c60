package io.colloquy.frames.vision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What must be remembered from one frame of a stream to the next. Immutable; {@link TrackBytes} turns it into bytes for a
 * state store and back.
 *
 * @param face the candidate's face in the last frame; empty while it is lost
 * @param lost the candidate's last place while it is away, or while another is taken for it
 * @param others the other faces as of the last look for them
 * @param searches when the whole picture was searched
 * @param eyes where the eyes were last found in the face
 * @param calibration what this person's open eyes look like
 * @param blinks what the eyes did
 * @param blinkRate how often
 * @param smoothing the averaged expression; empty where emotions are not asked for
 */
public record Track(
        Optional<FacePlace> face,
        Optional<LastSeen> lost,
        List<Box> others,
        Searches searches,
        EyePlaces eyes,
        EyeCalibration calibration,
        BlinkWatch blinks,
        BlinkRate blinkRate,
        Optional<Smoothing> smoothing) {
    /** The beginning of a stream. */
    public static final Track NEW = new Track(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Searches.NEW,
            EyePlaces.NONE,
            EyeCalibration.NEW,
            BlinkWatch.NEW,
            BlinkRate.NEW,
            Optional.empty());

    public Track {
        others = List.copyOf(others);
    }

    /** Capture time of the last frame. */
    Optional<Instant> at() {
        return blinks.last();
    }

    Presence presence() {
        return Presence.of(face.isPresent(), others.size());
    }

    /** The same places, but nothing that was learnt of the person. */
    Track ofAnotherPerson() {
        BlinkWatch unseen = new BlinkWatch(blinks.last(), false, Optional.empty(), Optional.empty());
        return new Track(
                face,
                lost,
                others,
                searches,
                EyePlaces.NONE,
                EyeCalibration.NEW,
                unseen,
                BlinkRate.NEW,
                Optional.empty());
    }
}
