package io.colloquy.frames.vision;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/** The native pictures of one piece of work; all are released at its end, whatever happened. Not thread-safe. */
final class Mats implements AutoCloseable {
    private final List<Mat> mats = new ArrayList<>();

    Mat empty() {
        return keep(new Mat());
    }

    <T extends Mat> T keep(T mat) {
        mats.add(mat);
        return mat;
    }

    @Override
    public void close() {
        mats.forEach(Mat::release);
    }
}
