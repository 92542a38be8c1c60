package io.colloquy.frames.vision;

import java.util.List;

/**
 * How well a face can be seen.
 *
 * @param faceSize width of the face in pixels of the picture
 * @param sharpness variance of the Laplacian over the face brought to 96 × 96 pixels, so that it does not depend on the
 *     distance to the camera
 * @param brightness mean grey of the face, 0 to 255
 * @param contrast standard deviation of the grey of the face
 * @param pose how the head is held, as far as it can be told
 * @param flags what is too low to trust what is read from this face; empty when nothing is
 */
public record Quality(
        int faceSize, double sharpness, double brightness, double contrast, Pose pose, List<QualityFlag> flags) {
    public Quality {
        flags = List.copyOf(flags);
    }

    /** What was measured, judged. */
    static Quality of(int faceSize, double sharpness, double brightness, double contrast, Pose pose) {
        Quality unjudged = new Quality(faceSize, sharpness, brightness, contrast, pose, List.of());
        return new Quality(faceSize, sharpness, brightness, contrast, pose, QualityFlag.of(unjudged));
    }
}
