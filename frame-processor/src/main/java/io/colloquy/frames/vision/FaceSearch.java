package io.colloquy.frames.vision;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.MatOfRect;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.CascadeClassifier;

/**
 * Finds faces with OpenCV's Haar cascades. Searching the whole picture is what costs, so there are three ways: around
 * the last face (about a millisecond), quickly, and thoroughly (tens of milliseconds). Not thread-safe.
 */
final class FaceSearch {
    /** The smallest face that the cascades know. */
    private static final int SMALLEST = 24;

    private static final int SIDE_OF_TRACKED_FACE = 60;
    private static final double WINDOW = 0.4;

    private final CascadeClassifier strict = OpenCv.cascade("haarcascade_frontalface_alt2");
    private final CascadeClassifier lenient = OpenCv.cascade("haarcascade_frontalface_default");

    /** The face near the place where it was, if it is still there. */
    Optional<Box> around(Mat grey, Box last) {
        Box window = last.grown(WINDOW, grey.cols(), grey.rows());
        double scale = Math.max(1.0, last.width() / (double) SIDE_OF_TRACKED_FACE);
        int least = (int) (last.width() * 0.75 / scale);
        int most = (int) (last.width() * 1.35 / scale);
        return detect(strict, grey, window, scale, 1.1, 3, Math.max(20, least), most).stream()
                .max(Comparator.comparingDouble(last::overlap))
                .filter(found -> found.overlap(last) > 0.2);
    }

    /** The larger faces of the whole picture. */
    List<Box> quickly(Mat grey) {
        return detect(strict, grey, whole(grey), scaleTo(grey, 320), 1.2, 3, SMALLEST, 0);
    }

    /** All faces that can be found with care; a second, more lenient detector looks where the first finds none. */
    List<Box> thoroughly(Mat grey) {
        double scale = scaleTo(grey, 480);
        List<Box> found = detect(strict, grey, whole(grey), scale, 1.1, 3, SMALLEST, 0);
        return found.isEmpty() ? detect(lenient, grey, whole(grey), scale, 1.1, 5, SMALLEST, 0) : found;
    }

    private static Box whole(Mat grey) {
        return new Box(0, 0, grey.cols(), grey.rows());
    }

    private static double scaleTo(Mat grey, int side) {
        return Math.max(1.0, Math.max(grey.cols(), grey.rows()) / (double) side);
    }

    private static List<Box> detect(
            CascadeClassifier cascade,
            Mat grey,
            Box window,
            double scale,
            double step,
            int neighbours,
            int least,
            int most) {
        try (Mats mats = new Mats()) {
            Mat part = mats.keep(new Mat(grey, new Rect(window.x(), window.y(), window.width(), window.height())));
            Mat small = mats.empty();
            Size size = new Size(Math.round(window.width() / scale), Math.round(window.height() / scale));
            Imgproc.resize(part, small, size, 0, 0, Imgproc.INTER_AREA);
            MatOfRect found = mats.keep(new MatOfRect());
            Size largest = most == 0 ? new Size() : new Size(most, most);
            cascade.detectMultiScale(small, found, step, neighbours, 0, new Size(least, least), largest);
            return Arrays.stream(found.toArray())
                    .map(rect -> new Box(rect.x, rect.y, rect.width, rect.height)
                            .scaledThenMoved(scale, window.x(), window.y())
                            .within(grey.cols(), grey.rows()))
                    .sorted(Comparator.comparingLong(Box::area).reversed())
                    .toList();
        }
    }
}
