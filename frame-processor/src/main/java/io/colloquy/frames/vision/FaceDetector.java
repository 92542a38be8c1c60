package io.colloquy.frames.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfRect;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.objdetect.CascadeClassifier;

/** One of OpenCV's cascades, and how sure it is of what it finds. Not thread-safe. */
final class FaceDetector {
    /** The smallest face that the cascades know, in pixels of the view. */
    static final int SMALLEST = 20;

    private final CascadeClassifier cascade;

    FaceDetector(String name) {
        this.cascade = OpenCv.cascade(name);
    }

    /**
     * A face as one detector sees it.
     *
     * @param agreeing how many overlapping windows said "face"; of things that are none it is rarely more than 3
     */
    record Find(FacePlace place, int agreeing) {}

    /**
     * Looks for upright faces in a view.
     *
     * @param step from one size to the next
     * @param agreeing fewer windows than this are no face
     * @param most the largest width to look for; 0 for any
     */
    List<Find> find(UprightView view, double step, int agreeing, int least, int most) {
        try (Mats mats = new Mats()) {
            MatOfRect found = mats.keep(new MatOfRect());
            MatOfInt counts = mats.keep(new MatOfInt());
            Size largest = most == 0 ? new Size() : new Size(most, most);
            cascade.detectMultiScale2(view.mat(), found, counts, step, agreeing, 0, new Size(least, least), largest);
            if (found.empty()) {
                return List.of();
            }
            Rect[] rects = found.toArray();
            int[] windows = counts.toArray();
            List<Find> finds = new ArrayList<>(rects.length);
            for (int i = 0; i < rects.length; i++) {
                finds.add(new Find(view.toPicture(rects[i]), windows[i]));
            }
            return finds;
        }
    }
}
