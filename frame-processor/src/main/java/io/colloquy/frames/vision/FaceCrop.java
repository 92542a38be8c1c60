package io.colloquy.frames.vision;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** What is taken from the face's part of a picture. */
final class FaceCrop {
    private static final int QUALITY_SIDE = 96;

    private FaceCrop() {}

    /** The face for the emotion model: {@code side × side} grey values from 0 to 255, row by row. */
    static float[] pixels(Mat grey, Box face, int side) {
        try (Mats mats = new Mats()) {
            Mat small = resized(grey, face, side, mats);
            Mat numbers = mats.empty();
            small.convertTo(numbers, CvType.CV_32F);
            float[] values = new float[side * side];
            numbers.get(0, 0, values);
            return values;
        }
    }

    /** {@code faceSize} is the face's width in the picture that it was cut from. */
    static Quality quality(Mat grey, Box face, int faceSize, Pose pose) {
        try (Mats mats = new Mats()) {
            Mat small = resized(grey, face, QUALITY_SIDE, mats);
            Mat edges = mats.empty();
            Imgproc.Laplacian(small, edges, CvType.CV_16S);
            double spread = statistics(edges, mats)[1];
            double[] light = statistics(small, mats);
            return Quality.of(faceSize, spread * spread, light[0], light[1], pose);
        }
    }

    /** Mean and standard deviation. */
    private static double[] statistics(Mat values, Mats mats) {
        MatOfDouble mean = mats.keep(new MatOfDouble());
        MatOfDouble deviation = mats.keep(new MatOfDouble());
        Core.meanStdDev(values, mean, deviation);
        return new double[] {mean.toArray()[0], deviation.toArray()[0]};
    }

    private static Mat resized(Mat grey, Box face, int side, Mats mats) {
        Mat part = mats.keep(new Mat(grey, new Rect(face.x(), face.y(), face.width(), face.height())));
        Mat small = mats.empty();
        Imgproc.resize(part, small, new Size(side, side), 0, 0, Imgproc.INTER_AREA);
        return small;
    }
}
