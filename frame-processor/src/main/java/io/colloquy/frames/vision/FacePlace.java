package io.colloquy.frames.vision;

/**
 * Where a face is in a picture, and how it must be turned to be upright.
 *
 * @param box in the picture's pixels, not turned; the face is in its middle
 * @param tilt degrees, clockwise as seen in the picture; in coarse steps, 0 for whatever an upright search finds
 */
public record FacePlace(Box box, double tilt) {
    static FacePlace upright(Box box) {
        return new FacePlace(box, 0);
    }

    /** Whether the other's middle is so near, and its size so alike, that both are one face found twice. */
    boolean sameAs(FacePlace other) {
        double nearer = 0.35 * Math.max(box.width(), other.box.width());
        return box.distance(other.box) < nearer && box.sizeRatio(other.box) < 1.8;
    }
}
