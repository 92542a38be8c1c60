package io.colloquy.local.vision;

import io.colloquy.frames.vision.OpenCv;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfRect;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.CascadeClassifier;

/**
 * The calls of OpenCV that nobody can do without, with nothing around them: what our own figures stand beside. The search
 * is the usual one, over the whole frame brought to a width of 320 pixels. Not thread-safe.
 */
final class BareCalls implements AutoCloseable {
    private static final double WIDTH = 320;

    private final CascadeClassifier faces = OpenCv.cascade("haarcascade_frontalface_alt2");
    private final Mat small = new Mat();
    private final MatOfRect found = new MatOfRect();

    void decode(byte[] jpeg) {
        decoded(jpeg).release();
    }

    /** Decodes and searches. */
    void search(byte[] jpeg) {
        Mat grey = decoded(jpeg);
        double scale = Math.max(1, grey.cols() / WIDTH);
        Imgproc.resize(grey, small, new Size(grey.cols() / scale, grey.rows() / scale), 0, 0, Imgproc.INTER_AREA);
        faces.detectMultiScale(small, found, 1.1, 3, 0, new Size(24, 24), new Size());
        grey.release();
    }

    private static Mat decoded(byte[] jpeg) {
        MatOfByte bytes = new MatOfByte(jpeg);
        Mat grey = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_GRAYSCALE);
        bytes.release();
        return grey;
    }

    @Override
    public void close() {
        small.release();
        found.release();
    }
}
