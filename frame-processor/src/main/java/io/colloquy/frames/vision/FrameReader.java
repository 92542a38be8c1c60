package io.colloquy.frames.vision;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.opencv.core.CvException;
import org.opencv.core.Mat;

/** The steps of looking at one frame, with detectors of its own. Not thread-safe. */
final class FrameReader {
    private final ImageLimits limits;
    private final LazyEmotionModel emotions;
    private final EyeReader eyes;
    private final FaceTracker faces = new FaceTracker();

    FrameReader(ImageLimits limits, EyeModel eyes, LazyEmotionModel emotions) {
        this.limits = limits;
        this.emotions = emotions;
        this.eyes = new EyeReader(eyes);
    }

    FrameAnalysis read(byte[] jpeg, Instant at, Track previous, boolean withEmotion) throws UnreadableImageException {
        try (Mats mats = new Mats()) {
            Mat grey = JpegDecoder.grey(jpeg, limits, mats);
            FaceTracker.Sighting sighting = faces.look(grey, at, previous);
            return sighting.face().isPresent()
                    ? withFace(grey, sighting.face().get(), sighting, at, previous, withEmotion)
                    : withoutFace(grey, sighting, at, previous);
        } catch (CvException refused) {
            throw new UnreadableImageException(
                    Unreadable.UNDECODABLE, "Expected a picture, but OpenCV could not work on it");
        }
    }

    private static FrameAnalysis withoutFace(Mat grey, FaceTracker.Sighting sighting, Instant at, Track previous) {
        BlinkWatch.Step blinks = previous.blinks().step(at, EyeState.UNKNOWN);
        Track next = new Track(
                Optional.empty(),
                sighting.others(),
                sighting.searched(),
                EyePlaces.NONE,
                previous.calibration(),
                blinks.next(),
                previous.smoothing());
        return new FrameAnalysis.Read(
                grey.cols(),
                grey.rows(),
                sighting.others(),
                -1,
                EyeState.UNKNOWN,
                false,
                Optional.empty(),
                Optional.empty(),
                next);
    }

    private FrameAnalysis withFace(
            Mat grey, Box face, FaceTracker.Sighting sighting, Instant at, Track previous, boolean withEmotion) {
        EyeReader.Reading seen = eyes.read(grey, face, previous.eyes());
        OptionalDouble closedness = seen.closedness();
        EyeCalibration calibration = closedness.isPresent()
                ? previous.calibration().step(at, closedness.getAsDouble())
                : previous.calibration();
        EyeState state = closedness.isPresent() ? calibration.judge(closedness.getAsDouble()) : EyeState.UNKNOWN;
        BlinkWatch.Step blinks = previous.blinks().step(at, state);
        Optional<Expression> expression =
                withEmotion ? Optional.of(express(grey, face, at, previous)) : Optional.empty();
        Track next = new Track(
                Optional.of(face),
                sighting.others(),
                sighting.searched(),
                seen.places(),
                calibration,
                blinks.next(),
                expression.map(read -> new Smoothing(at, read.smoothed())));
        return new FrameAnalysis.Read(
                grey.cols(),
                grey.rows(),
                Stream.concat(Stream.of(face), sighting.others().stream()).toList(),
                0,
                state,
                blinks.blink(),
                Optional.of(FaceCrop.quality(grey, face)),
                expression,
                next);
    }

    private Expression express(Mat grey, Box face, Instant at, Track previous) {
        EmotionModel model = emotions.get();
        Probabilities now = model.classify(FaceCrop.pixels(grey, face, model.side()));
        Probabilities smoothed =
                previous.smoothing().map(before -> before.step(at, now).value()).orElse(now);
        return new Expression(now, smoothed, model.hash());
    }
}
