package io.colloquy.frames.vision;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfFloat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.HOGDescriptor;

/**
 * Describes an eye by the directions of its edges (HOG), which light and skin hardly change. Eyes on the picture's
 * right are mirrored first, so that a model sees one kind of eye only. Not thread-safe.
 */
public final class EyeDescriptor {
    /** Width and height of a patch in pixels. */
    public static final int SIDE = 24;

    /** Numbers per eye. */
    public static final int LENGTH = 324;

    private final HOGDescriptor edges;

    /** Loads OpenCV if need be. */
    public EyeDescriptor() {
        OpenCv.load();
        edges = new HOGDescriptor(new Size(SIDE, SIDE), new Size(12, 12), new Size(6, 6), new Size(6, 6), 9);
    }

    /** Describes a grey patch of any size; {@code mirrored} for an eye on the picture's right. */
    public float[] describe(Mat patch, boolean mirrored) {
        try (Mats mats = new Mats()) {
            Mat small = mats.empty();
            Imgproc.resize(patch, small, new Size(SIDE, SIDE), 0, 0, Imgproc.INTER_AREA);
            if (mirrored) {
                Core.flip(small, small, 1);
            }
            MatOfFloat values = mats.keep(new MatOfFloat());
            edges.compute(small, values);
            return values.toArray();
        }
    }
}
