package io.colloquy.frames.vision;

/**
 * How well the candidate's face can be seen.
 *
 * @param faceSize width of the face in pixels of the picture
 * @param sharpness variance of the Laplacian over the face brought to 96 × 96 pixels, so that it does not depend on the
 *     distance to the camera; blurred below about 50
 * @param brightness mean grey of the face, 0 to 255
 */
public record Quality(int faceSize, double sharpness, double brightness) {}
