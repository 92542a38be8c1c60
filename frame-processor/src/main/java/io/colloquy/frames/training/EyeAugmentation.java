package io.colloquy.frames.training;

import io.colloquy.frames.vision.EyeDescriptor;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Eyes as a detector finds them: a little beside the middle, larger or smaller, turned, and not always sharp. */
final class EyeAugmentation {
    private static final double MIDDLE = (EyeDescriptor.SIDE - 1) / 2.0;

    private final EyeDescriptor descriptor = new EyeDescriptor();
    private final Random random;

    EyeAugmentation(long seed) {
        this.random = new Random(seed);
    }

    /** The eye as it is in the file. */
    static float[] plain(EyeDescriptor descriptor, EyePictures.Eye eye) {
        Mat patch = patch(eye);
        try {
            return descriptor.describe(patch, eye.right());
        } finally {
            patch.release();
        }
    }

    /** The eye, differently each time. */
    float[] varied(EyePictures.Eye eye) {
        Mat patch = patch(eye);
        Mat turn = Imgproc.getRotationMatrix2D(
                new Point(MIDDLE, MIDDLE), random.nextGaussian() * 5, 0.88 + random.nextDouble() * 0.27);
        try {
            turn.put(0, 2, turn.get(0, 2)[0] + random.nextGaussian());
            turn.put(1, 2, turn.get(1, 2)[0] + random.nextGaussian());
            Imgproc.warpAffine(
                    patch, patch, turn, patch.size(), Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE, new Scalar(0));
            if (random.nextInt(3) == 0) {
                Imgproc.GaussianBlur(patch, patch, new Size(3, 3), 0.3 + random.nextDouble() * 0.7);
            }
            return descriptor.describe(patch, eye.right());
        } finally {
            patch.release();
            turn.release();
        }
    }

    private static Mat patch(EyePictures.Eye eye) {
        Mat patch = new Mat(EyeDescriptor.SIDE, EyeDescriptor.SIDE, CvType.CV_8U);
        patch.put(0, 0, eye.pixels());
        return patch;
    }
}
