package io.colloquy.frames.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.opencv.core.Mat;
import org.opencv.core.MatOfRect;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.CascadeClassifier;

/**
 * Looks for the two eyes of a face and says how closed they look. Where the eyes are is found anew in each frame: places
 * taken from the face's box alone are too rough for the model. Not thread-safe.
 */
final class EyeReader {
    /** The face is brought to this width, where an eye is about 27 pixels wide. */
    private static final double FACE_WIDTH = 110;

    private static final double PATCH = 0.9;

    /** How far an eye moves within the face from frame to frame, in its widths. */
    private static final double STEP = 0.3;

    private static final int LEAST_EYE = 20;
    private static final int LARGEST_EYE = 42;

    /** An eye of fewer pixels a side shows nothing. */
    private static final int LEAST_PATCH = 10;

    private final CascadeClassifier eyes = OpenCv.cascade("haarcascade_eye");
    private final EyeDescriptor descriptor = new EyeDescriptor();
    private final EyeModel model;

    EyeReader(EyeModel model) {
        this.model = model;
    }

    /** Reads the eyes of a face; {@code before} helps out where an eye is not found anew. */
    Reading read(Mat grey, Box face, EyePlaces before) {
        EyePlaces found =
                new EyePlaces(place(grey, face, false, before.left()), place(grey, face, true, before.right()));
        Optional<EyePlaces.Place> left = found.left().or(before::left);
        Optional<EyePlaces.Place> right = found.right().or(before::right);
        List<float[]> described = new ArrayList<>(2);
        left.flatMap(place -> patch(grey, face, place)).ifPresent(eye -> described.add(describe(grey, eye, false)));
        right.flatMap(place -> patch(grey, face, place)).ifPresent(eye -> described.add(describe(grey, eye, true)));
        OptionalDouble closedness = described.isEmpty()
                ? OptionalDouble.empty()
                : Arrays.stream(model.closedness(described)).average();
        return new Reading(closedness, new EyePlaces(left, right), found);
    }

    /**
     * What was seen of the eyes.
     *
     * @param closedness mean score, see {@link EyeModel#closedness}; empty where no eye could be looked at
     * @param places for the next frame
     * @param found those that were found in this picture
     */
    record Reading(OptionalDouble closedness, EyePlaces places, EyePlaces found) {}

    /** Near the place where the eye was before, else anywhere in its half of the face. */
    private Optional<EyePlaces.Place> place(Mat grey, Box face, boolean right, Optional<EyePlaces.Place> before) {
        double scale = Math.max(1, face.width() / FACE_WIDTH);
        Optional<Box> near = before.flatMap(place -> {
            Box last = place.in(face);
            Box window = last.grown(STEP, grey.cols(), grey.rows());
            double width = last.width() / scale;
            return find(grey, window, scale, (int) (width * 0.85), (int) Math.ceil(width * 1.2));
        });
        Box half = half(face, right).within(grey.cols(), grey.rows());
        return near.or(() -> find(grey, half, scale, LEAST_EYE, LARGEST_EYE)).map(eye -> EyePlaces.Place.of(eye, face));
    }

    private static Optional<Box> patch(Mat grey, Box face, EyePlaces.Place place) {
        Box eye = place.in(face).grown((PATCH - 1) / 2, grey.cols(), grey.rows());
        return Optional.of(eye).filter(box -> box.width() >= LEAST_PATCH && box.height() >= LEAST_PATCH);
    }

    private float[] describe(Mat grey, Box eye, boolean right) {
        try (Mats mats = new Mats()) {
            return descriptor.describe(mats.keep(new Mat(grey, rect(eye))), right);
        }
    }

    /** The part of the face where the eye on the picture's left or right side must be. */
    private static Box half(Box face, boolean right) {
        int x = face.x() + (int) (face.width() * (right ? 0.48 : 0.10));
        return new Box(
                x, face.y() + (int) (face.height() * 0.20), (int) (face.width() * 0.42), (int) (face.height() * 0.38));
    }

    private Optional<Box> find(Mat grey, Box part, double scale, int least, int most) {
        try (Mats mats = new Mats()) {
            Size size = new Size(Math.round(part.width() / scale), Math.round(part.height() / scale));
            if (size.width < 24 || size.height < 24) {
                return Optional.empty();
            }
            Mat small = mats.empty();
            Imgproc.resize(mats.keep(new Mat(grey, rect(part))), small, size, 0, 0, Imgproc.INTER_AREA);
            MatOfRect found = mats.keep(new MatOfRect());
            int smallest = Math.max(LEAST_EYE, least);
            eyes.detectMultiScale(small, found, 1.1, 2, 0, new Size(smallest, smallest), new Size(most, most));
            return Arrays.stream(found.toArray())
                    .max(Comparator.comparingDouble(Rect::area))
                    .map(rect -> new Box(rect.x, rect.y, rect.width, rect.height)
                            .scaledThenMoved(scale, part.x(), part.y()));
        }
    }

    private static Rect rect(Box box) {
        return new Rect(box.x(), box.y(), box.width(), box.height());
    }
}
