package io.colloquy.frames.vision;

import java.util.OptionalDouble;

/**
 * How a head is held, as far as it can be told from a picture without a model of heads. How far it is turned to the side
 * or bowed is not: the detectors' boxes move along with the face, so that the eyes stay in their middle.
 *
 * @param roll degrees by which it is tilted, clockwise as seen in the picture; unknown where not both eyes were found in
 *     this very picture
 */
public record Pose(OptionalDouble roll) {
    /** Nothing can be told. */
    public static final Pose UNKNOWN = new Pose(OptionalDouble.empty());

    /** From the eyes that were found in a face that was turned upright by {@code tilt} degrees. */
    static Pose of(EyePlaces found, double tilt) {
        if (!found.both()) {
            return UNKNOWN;
        }
        EyePlaces.Place left = found.left().orElseThrow();
        EyePlaces.Place right = found.right().orElseThrow();
        double slope = Math.toDegrees(Math.atan2(right.y() - left.y(), right.x() - left.x()));
        return new Pose(OptionalDouble.of(tilt + slope));
    }
}
