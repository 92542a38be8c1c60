package io.colloquy.frames.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencv.core.Mat;

/**
 * Finds faces with OpenCV's Haar cascades. Searching the whole picture is what costs, so there are several ways: near
 * the last face (about a millisecond), quickly, thoroughly and carefully (hundreds of milliseconds). Not thread-safe.
 */
final class FaceSearch {
    /** Heads are often tilted by some of this; the upright detectors follow to about 15 degrees themselves. */
    static final List<Double> TILTS = List.of(-18.0, 18.0, -36.0, 36.0);

    private static final int SIDE_OF_TRACKED_FACE = 60;
    private static final double WINDOW = 0.4;
    private static final int QUICK_SIDE = 320;
    private static final int THOROUGH_SIDE = 480;
    private static final int CAREFUL_SIDE = 960;

    private final FaceDetector strict = new FaceDetector("haarcascade_frontalface_alt2");
    private final FaceDetector lenient = new FaceDetector("haarcascade_frontalface_default");

    /** The face near the place where it was, as upright as it was, if it is still there. */
    Optional<FacePlace> around(Mat grey, FacePlace last) {
        return near(strict, grey, last, 3);
    }

    /** The same, but with the more lenient detector and with the head tilted otherwise. */
    Optional<FacePlace> aroundTilted(Mat grey, FacePlace last) {
        return near(lenient, grey, last, 5)
                .or(() -> Stream.of(last.tilt() - 18, last.tilt() + 18)
                        .filter(tilt -> Math.abs(tilt) <= 54)
                        .map(tilt -> near(strict, grey, new FacePlace(last.box(), tilt), 3))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<FacePlace> near(FaceDetector detector, Mat grey, FacePlace last, int agreeing) {
        double scale = Math.max(1.0, last.box().width() / (double) SIDE_OF_TRACKED_FACE);
        int least = Math.max(20, (int) (last.box().width() * 0.75 / scale));
        int most = (int) (last.box().width() * 1.35 / scale);
        try (Mats mats = new Mats()) {
            UprightView view = UprightView.around(grey, last, WINDOW, scale, mats);
            return detector.find(view, 1.1, agreeing, least, most).stream()
                    .map(FaceDetector.Find::place)
                    .max(Comparator.comparingDouble(found -> last.box().overlap(found.box())))
                    .filter(found -> last.box().overlap(found.box()) > 0.2);
        }
    }

    /** The upright faces of the whole picture that are at least half as wide as the candidate's: people beside it. */
    List<FacePlace> beside(Mat grey, FacePlace candidate) {
        double scale = Math.max(scaleTo(grey, QUICK_SIDE, 1), candidate.box().width() / 2.0 / FaceDetector.SMALLEST);
        try (Mats mats = new Mats()) {
            UprightView view = UprightView.whole(grey, scale, 0, mats);
            return within(grey, places(strict.find(view, 1.2, 3, FaceDetector.SMALLEST, 0)));
        }
    }

    /** The larger upright faces of the whole picture. */
    List<FacePlace> quickly(Mat grey) {
        try (Mats mats = new Mats()) {
            UprightView view = UprightView.whole(grey, scaleTo(grey, QUICK_SIDE, 1), 0, mats);
            return within(grey, places(strict.find(view, 1.2, 3, FaceDetector.SMALLEST, 0)));
        }
    }

    /** All upright faces that are not tiny; two detectors vote. */
    List<FacePlace> thoroughly(Mat grey) {
        try (Mats mats = new Mats()) {
            UprightView view = UprightView.whole(grey, scaleTo(grey, THOROUGH_SIDE, 0.5), 0, mats);
            List<FaceDetector.Find> strictly = all(strict, view);
            List<FaceDetector.Find> leniently = all(lenient, view);
            List<FacePlace> found = FaceVote.count(strictly, leniently, FaceVote.UPRIGHT);
            return within(grey, found.isEmpty() ? FaceVote.count(strictly, leniently, FaceVote.NOBODY_ELSE) : found);
        }
    }

    /** The larger faces of heads that are tilted by about that much, clockwise. */
    List<FacePlace> tilted(Mat grey, double tilt) {
        try (Mats mats = new Mats()) {
            UprightView view = UprightView.whole(grey, scaleTo(grey, QUICK_SIDE, 0.5), tilt, mats);
            List<FaceDetector.Find> strictly = strict.find(view, 1.2, 1, FaceDetector.SMALLEST, 0);
            List<FaceDetector.Find> leniently = lenient.find(view, 1.2, 1, FaceDetector.SMALLEST, 0);
            return within(grey, FaceVote.count(strictly, leniently, FaceVote.TILTED));
        }
    }

    /** For single pictures: tiny and tilted faces too, whatever it costs. */
    List<FacePlace> carefully(Mat grey) {
        List<FacePlace> found = new ArrayList<>(thoroughly(grey));
        TILTS.forEach(tilt -> addNew(found, tilted(grey, tilt)));
        try (Mats mats = new Mats()) {
            UprightView view = UprightView.whole(grey, scaleTo(grey, CAREFUL_SIDE, 0.5), 0, mats);
            addNew(found, within(grey, FaceVote.count(all(strict, view), all(lenient, view), FaceVote.TINY)));
        }
        return largestFirst(found);
    }

    private static void addNew(List<FacePlace> known, List<FacePlace> more) {
        more.stream().filter(face -> known.stream().noneMatch(face::sameAs)).forEach(known::add);
    }

    private static List<FaceDetector.Find> all(FaceDetector detector, UprightView view) {
        return detector.find(view, 1.1, 1, FaceDetector.SMALLEST, 0);
    }

    private static List<FacePlace> places(List<FaceDetector.Find> finds) {
        return finds.stream().map(FaceDetector.Find::place).toList();
    }

    private static List<FacePlace> within(Mat grey, List<FacePlace> places) {
        return largestFirst(places.stream()
                .map(place -> new FacePlace(place.box().within(grey.cols(), grey.rows()), place.tilt()))
                .toList());
    }

    private static List<FacePlace> largestFirst(List<FacePlace> places) {
        return places.stream()
                .sorted(Comparator.comparingLong(
                                (FacePlace place) -> place.box().area())
                        .reversed())
                .toList();
    }

    /** At least {@code least}: below 1 pictures are made larger, so that small faces are large enough for the detectors. */
    private static double scaleTo(Mat grey, int side, double least) {
        return Math.max(least, Math.max(grey.cols(), grey.rows()) / (double) side);
    }
}
