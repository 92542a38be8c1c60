package io.colloquy.frames.vision;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.opencv.core.CvException;
import org.opencv.core.Mat;

/**
 * Looks at single pictures: every face in them is read, not a candidate's alone. With detectors of its own; not
 * thread-safe.
 */
public final class PictureReader {
    private final ImageLimits limits;
    private final LazyEmotionModel emotions;
    private final FaceReader face;
    private final FaceSearch search = new FaceSearch();

    PictureReader(ImageLimits limits, EyeModel eyes, LazyEmotionModel emotions) {
        this.limits = limits;
        this.emotions = emotions;
        this.face = new FaceReader(eyes);
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
            List<PictureAnalysis.Face> read = search.carefully(grey).stream()
                    .map(place -> read(grey, place, model, mats))
                    .toList();
            return new PictureAnalysis.Read(grey.cols(), grey.rows(), read, model.map(EmotionModel::hash));
        } catch (UnreadableImageException unreadable) {
            return new PictureAnalysis.Unread(unreadable.reason(), unreadable.getMessage());
        } catch (CvException refused) {
            return new PictureAnalysis.Unread(
                    Unreadable.UNDECODABLE, "Expected a picture, but OpenCV could not work on it");
        }
    }

    private PictureAnalysis.Face read(Mat grey, FacePlace place, Optional<EmotionModel> model, Mats mats) {
        FaceReader.Reading seen = face.read(grey, place, EyePlaces.NONE, mats);
        OptionalDouble closedness = seen.closedness();
        EyeState state = closedness.isPresent() ? EyeCalibration.NEW.judge(closedness.getAsDouble()) : EyeState.UNKNOWN;
        return new PictureAnalysis.Face(
                place.box(),
                state,
                seen.quality(),
                model.map(it -> it.classify(seen.face().pixels(it.side()))));
    }
}
