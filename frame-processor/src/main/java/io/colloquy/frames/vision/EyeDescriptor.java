package io.colloquy.frames.vision;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Brings an eye into the form that {@link EyeModel} reads: 24 × 24 values around 0, whatever the light. Eyes on the
 * picture's right are mirrored first, so that a model sees one kind of eye only. Thread-safe.
 */
public final class EyeDescriptor {
    /** Width and height of a patch in pixels. */
    public static final int SIDE = 24;

    /** Numbers per eye, row by row. */
    public static final int LENGTH = SIDE * SIDE;

    /** Grey levels that are added to the spread, so that noise in a plain patch stays small. */
    private static final double NOISE = 4;

    /** Loads OpenCV if need be. */
    public EyeDescriptor() {
        OpenCv.load();
    }

    /** Describes a grey patch of any size; {@code mirrored} for an eye on the picture's right. */
    public float[] describe(Mat patch, boolean mirrored) {
        try (Mats mats = new Mats()) {
            Mat small = mats.empty();
            Imgproc.resize(patch, small, new Size(SIDE, SIDE), 0, 0, Imgproc.INTER_AREA);
            if (mirrored) {
                Core.flip(small, small, 1);
            }
            Mat values = mats.empty();
            small.convertTo(values, CvType.CV_32F);
            float[] described = new float[LENGTH];
            values.get(0, 0, described);
            return normalised(described);
        }
    }

    private static float[] normalised(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        double spread = Math.sqrt(Math.max(0, squares / values.length - mean * mean)) + NOISE;
        float[] normalised = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            normalised[i] = (float) ((values[i] - mean) / spread);
        }
        return normalised;
    }
}
