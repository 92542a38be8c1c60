package io.colloquy.frames.vision;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencv.core.CvException;
import org.opencv.core.Mat;

/** The steps of looking at one frame, with detectors of its own. Not thread-safe. */
final class FrameReader {
    private final ImageLimits limits;
    private final LazyEmotionModel emotions;
    private final FaceReader face;
    private final FaceTracker faces = new FaceTracker();

    FrameReader(ImageLimits limits, EyeModel eyes, LazyEmotionModel emotions) {
        this.limits = limits;
        this.emotions = emotions;
        this.face = new FaceReader(eyes);
    }

    FrameAnalysis read(byte[] jpeg, Instant at, Track previous, boolean withEmotion) throws UnreadableImageException {
        try (Mats mats = new Mats()) {
            Mat grey = JpegDecoder.grey(jpeg, limits, mats);
            FaceTracker.Sighting sighting = faces.look(grey, at, previous);
            Track known = sighting.shift() == PresenceShift.REPLACED ? previous.ofAnotherPerson() : previous;
            return sighting.face().isPresent()
                    ? withFace(grey, sighting.face().get(), sighting, at, known, withEmotion, mats)
                    : withoutFace(grey, sighting, at, known);
        } catch (CvException refused) {
            throw new UnreadableImageException(
                    Unreadable.UNDECODABLE, "Expected a picture, but OpenCV could not work on it");
        }
    }

    private static FrameAnalysis withoutFace(Mat grey, FaceTracker.Sighting sighting, Instant at, Track previous) {
        BlinkWatch.Step blinks = previous.blinks().step(at, EyeState.UNKNOWN);
        Track next = new Track(
                Optional.empty(),
                sighting.lost(),
                sighting.others(),
                sighting.searches(),
                EyePlaces.NONE,
                previous.calibration(),
                blinks.next(),
                previous.blinkRate(),
                previous.smoothing());
        return new FrameAnalysis.Read(
                grey.cols(),
                grey.rows(),
                sighting.others(),
                -1,
                next.presence(),
                shift(sighting, previous),
                Optional.of(at),
                EyeState.UNKNOWN,
                false,
                next.blinkRate().perMinute(at),
                Optional.empty(),
                Optional.empty(),
                next);
    }

    private FrameAnalysis withFace(
            Mat grey,
            FacePlace place,
            FaceTracker.Sighting sighting,
            Instant at,
            Track previous,
            boolean withEmotion,
            Mats mats) {
        FaceReader.Reading seen = face.read(grey, place, previous.eyes(), mats);
        Eyes eyes = Eyes.of(seen.closedness(), at, previous);
        Optional<Expression> expression =
                withEmotion ? Optional.of(express(seen.face(), at, previous)) : Optional.empty();
        Track next = new Track(
                Optional.of(place),
                sighting.lost(),
                sighting.others(),
                sighting.searches(),
                seen.eyePlaces(),
                eyes.calibration(),
                eyes.watch(),
                eyes.rate(),
                expression.map(read -> new Smoothing(at, read.smoothed())));
        return new FrameAnalysis.Read(
                grey.cols(),
                grey.rows(),
                Stream.concat(Stream.of(place.box()), sighting.others().stream())
                        .toList(),
                0,
                next.presence(),
                shift(sighting, previous),
                sighting.othersSeen() ? Optional.of(at) : sighting.searches().others(),
                eyes.state(),
                eyes.blink(),
                eyes.rate().perMinute(at),
                Optional.of(seen.quality()),
                expression,
                next);
    }

    /** What became of the candidate comes first; else whether others came or left. */
    private static PresenceShift shift(FaceTracker.Sighting sighting, Track previous) {
        if (sighting.shift() != PresenceShift.NONE) {
            return sighting.shift();
        }
        boolean before = !previous.others().isEmpty();
        boolean now = !sighting.others().isEmpty();
        if (before == now) {
            return PresenceShift.NONE;
        }
        return now ? PresenceShift.OTHERS_CAME : PresenceShift.OTHERS_LEFT;
    }

    private Expression express(FaceReader.Upright upright, Instant at, Track previous) {
        EmotionModel model = emotions.get();
        Probabilities now = model.classify(upright.pixels(model.side()));
        Probabilities smoothed =
                previous.smoothing().map(before -> before.step(at, now).value()).orElse(now);
        return new Expression(now, smoothed, model.hash());
    }
}
