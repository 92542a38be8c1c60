package io.colloquy.frames.vision;

import java.util.Optional;

/**
 * Where a person's eyes were last found within the face. Used where the eye detector misses an eye, as it often does with
 * closed ones; a place measured on this person in this pose is good enough for the eye model, a general one is not.
 *
 * @param left the eye on the picture's left
 * @param right the eye on the picture's right
 */
public record EyePlaces(Optional<Place> left, Optional<Place> right) {
    /** No eye found so far. */
    public static final EyePlaces NONE = new EyePlaces(Optional.empty(), Optional.empty());

    boolean both() {
        return left.isPresent() && right.isPresent();
    }

    /** Middle and width of an eye in shares of the face's width and height. */
    public record Place(double x, double y, double width) {
        static Place of(Box eye, Box face) {
            return new Place(
                    (eye.x() + eye.width() / 2.0 - face.x()) / face.width(),
                    (eye.y() + eye.height() / 2.0 - face.y()) / face.height(),
                    eye.width() / (double) face.width());
        }

        Box in(Box face) {
            double side = width * face.width();
            return new Box(
                    (int) Math.round(face.x() + x * face.width() - side / 2),
                    (int) Math.round(face.y() + y * face.height() - side / 2),
                    (int) Math.round(side),
                    (int) Math.round(side));
        }
    }
}
