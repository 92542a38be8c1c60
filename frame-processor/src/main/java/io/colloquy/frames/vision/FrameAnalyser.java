package io.colloquy.frames.vision;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Looks at frames: checks the header, decodes, finds the face, reads eyes, quality and, only if asked, the expression.
 * Thread-safe; detectors are lent to one call at a time, and as many are made as calls run at once. The emotion model is
 * loaded when it is first asked for, never before.
 */
public final class FrameAnalyser implements AutoCloseable {
    private static final int WARM_UP_PICTURES = 5;

    private final ImageLimits limits;
    private final LazyEmotionModel emotions;
    private final EyeModel eyes = EyeModel.bundled();
    private final Queue<FrameReader> idle = new ConcurrentLinkedQueue<>();

    /** With the module's own models and the default limits. */
    public FrameAnalyser() {
        this(ImageLimits.DEFAULT, EmotionModel::bundled);
    }

    /**
     * With other limits or another emotion model.
     *
     * @param emotionModel called at most once, when the first frame asks for the expression
     */
    public FrameAnalyser(ImageLimits limits, Supplier<EmotionModel> emotionModel) {
        this.limits = limits;
        this.emotions = new LazyEmotionModel(emotionModel);
    }

    /**
     * Looks at one frame.
     *
     * @param jpeg the bytes as the browser sent them
     * @param capturedAt by the browser's clock; frames are expected in its order
     * @param previous what came of the frame before, {@link Track#NEW} for the first of a stream
     * @param withEmotion whether the policy lets us read the expression
     */
    public FrameAnalysis analyse(byte[] jpeg, Instant capturedAt, Track previous, boolean withEmotion) {
        FrameReader reader = idle.poll();
        if (reader == null) {
            reader = new FrameReader(limits, eyes, emotions);
        }
        try {
            return reader.read(jpeg, capturedAt, previous, withEmotion);
        } catch (UnreadableImageException unreadable) {
            return new FrameAnalysis.Unread(unreadable.reason(), unreadable.getMessage(), previous);
        } finally {
            idle.add(reader);
        }
    }

    /** A reader of single pictures with the same models; for one thread, and only as long as this is open. */
    public PictureReader pictures(ImageLimits ofPictures) {
        return new PictureReader(ofPictures, eyes, emotions);
    }

    /**
     * Makes detectors for so many calls at once and lets each look at a few pictures, so that the first real frames find
     * everything loaded.
     */
    public void warmUp(int calls) {
        for (int i = 0; i < calls; i++) {
            FrameReader reader = new FrameReader(limits, eyes, emotions);
            Track track = Track.NEW;
            for (int picture = 0; picture < WARM_UP_PICTURES; picture++) {
                track = warmUp(reader, picture, track);
            }
            idle.add(reader);
        }
    }

    private static Track warmUp(FrameReader reader, int picture, Track track) {
        try {
            return reader.read(DrawnFace.jpeg(picture), Instant.EPOCH.plusSeconds(picture), track, false)
                    .next();
        } catch (UnreadableImageException e) {
            throw new IllegalStateException("Expected to read a drawn picture, but could not", e);
        }
    }

    /** Loads the emotion model now, so that no frame has to wait for it. Repeating it does nothing. */
    public void loadEmotionModel() {
        emotions.get();
    }

    /** Whether the emotion model has been loaded. */
    public boolean emotionModelLoaded() {
        return emotions.loaded();
    }

    /** Frees the models. No call may be running. */
    @Override
    public void close() {
        idle.clear();
        emotions.close();
    }
}
