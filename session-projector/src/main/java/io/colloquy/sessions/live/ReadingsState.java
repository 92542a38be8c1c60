package io.colloquy.sessions.live;

import io.colloquy.schemas.live.ReadingsSnapshot;
import io.colloquy.sessions.readings.EmotionSeen;
import io.colloquy.sessions.readings.FrameId;
import io.colloquy.sessions.readings.FrameSeen;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a session's readings. Two topics feed it, in no order between them, and both may repeat themselves; a
 * stream that appears for the first time is the latest, and within a stream nothing goes back.
 *
 * @param frames highest frame seq read of each stream
 * @param emotions highest frame seq with an emotion of each stream
 * @param latest null before the first frame
 * @param emotion null before the first
 */
record ReadingsState(
        long version,
        Map<String, Long> frames,
        Map<String, Long> emotions,
        int blinks,
        FrameSeen latest,
        EmotionSeen emotion) {
    static final ReadingsState EMPTY = new ReadingsState(0, Map.of(), Map.of(), 0, null, null);

    private static final int STREAMS = 8;
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String FACE_SIGNALS_OFF = "FACE_SIGNALS_OFF";

    /** After one more frame; the same when it is an old one, or left out because a newer one follows. */
    ReadingsState with(FrameSeen seen) {
        FrameId frame = seen.frame();
        if (seen.newerFollows() || frame.seq() <= frames.getOrDefault(frame.stream(), -1L)) {
            return this;
        }
        boolean newest =
                latest == null || latest.frame().stream().equals(frame.stream()) || !frames.containsKey(frame.stream());
        return new ReadingsState(
                version + 1,
                noted(frames, frame),
                emotions,
                blinks + (seen.blink() ? 1 : 0),
                newest ? seen : latest,
                emotion);
    }

    /** After one more emotion; the same when it is an old one. */
    ReadingsState with(EmotionSeen seen) {
        FrameId frame = seen.frame();
        if (frame.seq() <= emotions.getOrDefault(frame.stream(), -1L)) {
            return this;
        }
        boolean newest = emotion == null
                || emotion.frame().stream().equals(frame.stream())
                || !emotions.containsKey(frame.stream());
        return new ReadingsState(version + 1, frames, noted(emotions, frame), blinks, latest, newest ? seen : emotion);
    }

    /** What readers see; empty before the first frame. */
    Optional<ReadingsSnapshot> snapshot() {
        return Optional.ofNullable(latest)
                .map(it -> new ReadingsSnapshot(
                        version,
                        it.frame().stream(),
                        it.frame().seq(),
                        it.capturedAt(),
                        it.picture() == null ? 0 : it.picture().faces(),
                        face(it.picture()),
                        it.picture() == null ? null : it.picture().eyesOpen(),
                        blinks,
                        it.reason(),
                        shownEmotion(),
                        details(it).map(FrameSeen.Details::presence).orElse(null),
                        details(it).map(FrameSeen.Details::blinksPerMinute).orElse(null),
                        quality(it)));
    }

    private static Optional<FrameSeen.Details> details(FrameSeen seen) {
        return Optional.ofNullable(seen.picture()).map(FrameSeen.Picture::details);
    }

    private static ReadingsSnapshot.Quality quality(FrameSeen seen) {
        return details(seen)
                .filter(details -> seen.picture().face() != null)
                .map(details -> new ReadingsSnapshot.Quality(
                        seen.picture().sharpness(),
                        seen.picture().brightness(),
                        details.contrast(),
                        details.rollDegrees(),
                        details.qualityFlags()))
                .orElse(null);
    }

    /**
     * The latest of the same stream, until a later frame was not read or it is older than {@link #FRESH}: a face that is
     * gone has no expression. Without face signals no frame counts as read, though expressions may be.
     */
    private ReadingsSnapshot.Emotion shownEmotion() {
        boolean shown = emotion != null
                && emotion.frame().stream().equals(latest.frame().stream())
                && !emotion.capturedAt().isBefore(latest.capturedAt().minus(FRESH))
                && (latest.reason() == null
                        || latest.reason().equals(FACE_SIGNALS_OFF)
                        || emotion.frame().seq() > latest.frame().seq());
        return shown
                ? new ReadingsSnapshot.Emotion(
                        labelled(emotion.probabilities()), labelled(emotion.smoothed()), emotion.modelHash())
                : null;
    }

    private static ReadingsSnapshot.Face face(FrameSeen.Picture picture) {
        if (picture == null || picture.face() == null) {
            return null;
        }
        FrameSeen.Box box = picture.face();
        return new ReadingsSnapshot.Face(box.x(), box.y(), box.width(), box.height());
    }

    private static Map<String, Float> labelled(List<Float> values) {
        Map<String, Float> labelled = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            labelled.put(EmotionSeen.LABELS.get(i), values.get(i));
        }
        return labelled;
    }

    /** Of a candidate who loads the page again and again only the last streams are remembered. */
    private static Map<String, Long> noted(Map<String, Long> known, FrameId frame) {
        LinkedHashMap<String, Long> noted = new LinkedHashMap<>(known);
        noted.put(frame.stream(), frame.seq());
        if (noted.size() > STREAMS) {
            noted.pollFirstEntry();
        }
        return noted;
    }
}
