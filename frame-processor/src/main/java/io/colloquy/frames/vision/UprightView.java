package io.colloquy.frames.vision;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A part of a picture, made smaller and turned so that a tilted face stands upright in it, and the way back from it.
 *
 * @param mat what the detectors look at; released with the {@link Mats} it was made with
 * @param middleX of the part, in the picture
 * @param middleY of the part, in the picture
 * @param scale pixels of the picture per pixel of the view
 * @param tilt degrees by which an upright thing in the view is turned clockwise in the picture
 */
record UprightView(Mat mat, double middleX, double middleY, double scale, double tilt) {

    /** The whole picture; turned, its corners still show. */
    static UprightView whole(Mat grey, double scale, double tilt, Mats mats) {
        double sine = Math.abs(Math.sin(Math.toRadians(tilt)));
        double cosine = Math.abs(Math.cos(Math.toRadians(tilt)));
        Size size = new Size(
                Math.round((grey.cols() * cosine + grey.rows() * sine) / scale),
                Math.round((grey.cols() * sine + grey.rows() * cosine) / scale));
        return of(grey, new Box(0, 0, grey.cols(), grey.rows()), size, scale, tilt, mats);
    }

    /** A face with {@code margin} times its size on each side, as far as the picture goes. */
    static UprightView around(Mat grey, FacePlace face, double margin, double scale, Mats mats) {
        double sine = Math.abs(Math.sin(Math.toRadians(face.tilt())));
        Box shown = face.box().grown(margin, grey.cols(), grey.rows());
        Box turned = face.box().grown(margin + sine * (0.5 + margin), grey.cols(), grey.rows());
        Size size = new Size(Math.round(shown.width() / scale), Math.round(shown.height() / scale));
        return of(grey, face.tilt() == 0 ? shown : turned, size, scale, face.tilt(), mats);
    }

    private static UprightView of(Mat grey, Box part, Size size, double scale, double tilt, Mats mats) {
        Mat cut = mats.keep(new Mat(grey, new Rect(part.x(), part.y(), part.width(), part.height())));
        Mat small = mats.empty();
        Size smallSize =
                new Size(Math.max(1, Math.round(part.width() / scale)), Math.max(1, Math.round(part.height() / scale)));
        Imgproc.resize(cut, small, smallSize, 0, 0, scale < 1 ? Imgproc.INTER_LINEAR : Imgproc.INTER_AREA);
        Mat view = tilt == 0 ? small : turned(small, size, tilt, mats);
        return new UprightView(view, part.middleX(), part.middleY(), scale, tilt);
    }

    private static Mat turned(Mat small, Size size, double tilt, Mats mats) {
        Mat turn = mats.keep(Imgproc.getRotationMatrix2D(new Point(small.cols() / 2.0, small.rows() / 2.0), tilt, 1));
        turn.put(0, 2, turn.get(0, 2)[0] + (size.width - small.cols()) / 2);
        turn.put(1, 2, turn.get(1, 2)[0] + (size.height - small.rows()) / 2);
        Mat turned = mats.empty();
        Imgproc.warpAffine(small, turned, turn, size, Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE, new Scalar(0));
        return turned;
    }

    /** Where in the picture that is which the view shows in {@code found}. */
    FacePlace toPicture(Rect found) {
        double right = (found.x + found.width / 2.0 - mat.cols() / 2.0) * scale;
        double down = (found.y + found.height / 2.0 - mat.rows() / 2.0) * scale;
        double sine = Math.sin(Math.toRadians(tilt));
        double cosine = Math.cos(Math.toRadians(tilt));
        return new FacePlace(
                box(
                        middleX + right * cosine - down * sine,
                        middleY + right * sine + down * cosine,
                        found.width * scale,
                        found.height * scale),
                tilt);
    }

    /** Where the view shows that which is at {@code place} in the picture. */
    Box toView(Box place) {
        double right = (place.middleX() - middleX) / scale;
        double down = (place.middleY() - middleY) / scale;
        double sine = Math.sin(Math.toRadians(-tilt));
        double cosine = Math.cos(Math.toRadians(-tilt));
        return box(
                mat.cols() / 2.0 + right * cosine - down * sine,
                mat.rows() / 2.0 + right * sine + down * cosine,
                place.width() / scale,
                place.height() / scale);
    }

    private static Box box(double middleX, double middleY, double width, double height) {
        return new Box(
                (int) Math.round(middleX - width / 2),
                (int) Math.round(middleY - height / 2),
                (int) Math.round(width),
                (int) Math.round(height));
    }
}
