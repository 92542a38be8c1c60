package io.colloquy.frames.vision;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** From bytes to a picture: the one place where pictures are decoded, and never before their header was read. */
final class JpegDecoder {
    private static final int DECODING = Imgcodecs.IMREAD_GRAYSCALE | Imgcodecs.IMREAD_IGNORE_ORIENTATION;

    static {
        OpenCv.load();
    }

    private JpegDecoder() {}

    /**
     * The picture in grey.
     *
     * @param mats keeps the native picture
     * @throws UnreadableImageException with the reason, for whatever is no picture within the limits
     */
    static Mat grey(byte[] jpeg, ImageLimits limits, Mats mats) throws UnreadableImageException {
        limits.check(jpeg);
        ImageHeader.read(jpeg, limits);
        Mat grey = decoded(jpeg, mats);
        if (grey.empty()) {
            throw new UnreadableImageException(
                    Unreadable.UNDECODABLE, "Expected a JPEG that can be decoded, but its data is broken");
        }
        return grey;
    }

    private static Mat decoded(byte[] jpeg, Mats mats) throws UnreadableImageException {
        try {
            return mats.keep(Imgcodecs.imdecode(mats.keep(new MatOfByte(jpeg)), DECODING));
        } catch (Exception refused) {
            // Beside CvException, OpenCV throws what C++ threw (no memory, for example) as a checked exception
            // undeclared.
            throw new UnreadableImageException(
                    Unreadable.UNDECODABLE, "Expected a JPEG that can be decoded, but the decoder refuses it");
        }
    }
}
