package io.colloquy.frames.topology;

import io.colloquy.frames.vision.FrameAnalysis;
import io.colloquy.frames.vision.Track;
import java.time.Instant;

/** Looks at one picture. The real one runs OpenCV and TensorFlow; it is thread-safe. */
@FunctionalInterface
public interface Vision {

    /**
     * Reads a picture.
     *
     * @param jpeg as the browser sent it
     * @param track what was known of the stream's face before
     * @param withEmotion whether emotion may be read
     */
    FrameAnalysis analyse(byte[] jpeg, Instant capturedAt, Track track, boolean withEmotion);
}
