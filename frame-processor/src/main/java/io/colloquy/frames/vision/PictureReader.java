package io.colloquy.frames.vision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.opencv.core.CvException;
import org.opencv.core.Mat;

/**
 * Looks at single pictures: every face in them is read, not a candidate's alone. With detectors of its own; not
 * thread-safe.
 */
public final class PictureReader {
    private final ImageLimits limits;
    private final LazyEmotionModel emotions;
    private final EyeReader eyes;
    private final FaceTracker faces = new FaceTracker();

    PictureReader(ImageLimits limits, EyeModel eyes, LazyEmotionModel emotions) {
        this.limits = limits;
        this.emotions = emotions;
        this.eyes = new EyeReader(eyes);
    }

    /**
     * Looks at a picture.
     *
     * @param withEmotion whether expressions may be read; loads the model if nobody needed it before
     */
    public PictureAnalysis read(byte[] jpeg, boolean withEmotion) {
        try (Mats mats = new Mats()) {
            Mat grey = JpegDecoder.grey(jpeg, limits, mats);
            Optional<EmotionModel> model = withEmotion ? Optional.of(emotions.get()) : Optional.empty();
            List<PictureAnalysis.Face> read =
                    found(grey).map(box -> face(grey, box, model)).toList();
            return new PictureAnalysis.Read(grey.cols(), grey.rows(), read, model.map(EmotionModel::hash));
        } catch (UnreadableImageException unreadable) {
            return new PictureAnalysis.Unread(unreadable.reason(), unreadable.getMessage());
        } catch (CvException refused) {
            return new PictureAnalysis.Unread(
                    Unreadable.UNDECODABLE, "Expected a picture, but OpenCV could not work on it");
        }
    }

    private Stream<Box> found(Mat grey) {
        FaceTracker.Sighting sighting = faces.look(grey, Instant.EPOCH, Track.NEW);
        return Stream.concat(sighting.face().stream(), sighting.others().stream())
                .sorted(Comparator.comparingLong(Box::area).reversed());
    }

    private PictureAnalysis.Face face(Mat grey, Box box, Optional<EmotionModel> model) {
        OptionalDouble closedness = eyes.read(grey, box, EyePlaces.NONE).closedness();
        EyeState state = closedness.isPresent() ? EyeCalibration.NEW.judge(closedness.getAsDouble()) : EyeState.UNKNOWN;
        return new PictureAnalysis.Face(
                box,
                state,
                FaceCrop.quality(grey, box),
                model.map(it -> it.classify(FaceCrop.pixels(grey, box, it.side()))));
    }
}
