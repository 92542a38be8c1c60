package io.colloquy.frames.vision;

import java.util.OptionalDouble;
import org.opencv.core.Mat;

/** Reads what one face shows, turned upright first where the head is tilted. Not thread-safe. */
final class FaceReader {
    private static final double MARGIN = 0.1;

    private final EyeReader eyes;

    FaceReader(EyeModel model) {
        this.eyes = new EyeReader(model);
    }

    /**
     * What a face shows.
     *
     * @param face the picture, or an upright view of its part, and the face's box in it; for the expression
     * @param closedness of the eyes, see {@link EyeModel#closedness}; empty where no eye could be looked at
     */
    record Reading(Upright face, OptionalDouble closedness, EyePlaces eyePlaces, Quality quality) {}

    /** A picture in which a face is upright. */
    record Upright(Mat grey, Box box) {
        /** As the emotion model wants it: {@code side × side} grey values from 0 to 255, row by row. */
        float[] pixels(int side) {
            return FaceCrop.pixels(grey, box, side);
        }
    }

    /**
     * Reads a face.
     *
     * @param before where its eyes were in the frame before
     * @param mats what is made here is released with them
     */
    Reading read(Mat grey, FacePlace place, EyePlaces before, Mats mats) {
        Upright face = upright(grey, place, mats);
        EyeReader.Reading seen = eyes.read(face.grey(), face.box(), before);
        Pose pose = Pose.of(seen.found(), place.tilt());
        Quality quality = FaceCrop.quality(face.grey(), face.box(), place.box().width(), pose);
        return new Reading(face, seen.closedness(), seen.places(), quality);
    }

    private static Upright upright(Mat grey, FacePlace place, Mats mats) {
        if (place.tilt() == 0) {
            return new Upright(grey, place.box());
        }
        UprightView view = UprightView.around(grey, place, MARGIN, 1, mats);
        return new Upright(
                view.mat(),
                view.toView(place.box()).within(view.mat().cols(), view.mat().rows()));
    }
}
