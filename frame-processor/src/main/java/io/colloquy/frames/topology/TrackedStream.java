package io.colloquy.frames.topology;

import io.colloquy.frames.vision.Track;

/**
 * What a session's frames have shown so far. A new stream, that is, another page load, starts anew.
 *
 * @param stream of the latest frames
 * @param lastSeq the highest frame seq that went into the track
 * @param track what vision keeps from frame to frame
 */
record TrackedStream(String stream, long lastSeq, Track track) {

    static TrackedStream orNew(TrackedStream known, String stream) {
        return known != null && known.stream().equals(stream) ? known : new TrackedStream(stream, -1, Track.NEW);
    }

    boolean precedes(long seq) {
        return seq > lastSeq;
    }

    TrackedStream after(long seq, Track next) {
        return new TrackedStream(stream, seq, next);
    }
}
