package io.colloquy.frames.training;

import java.util.random.RandomGenerator;

/**
 * Turns one training picture into a slightly different one: mirrored, shifted, turned, scaled, lighter or darker,
 * sometimes with a grey square over a part of it (DeVries and Taylor, "Cutout", 2017).
 * The network then cannot learn the pictures by heart. Pure but for the given source of randomness.
 */
record Augmentation(double maxShift, double maxDegrees, double maxZoom, double maxContrast, double maxHole) {
    static final Augmentation STANDARD = new Augmentation(4, 12, 0.12, 0.25, 18);

    /** Draws one variant. */
    Variant draw(RandomGenerator random) {
        return new Variant(
                random.nextBoolean(),
                spread(random, maxShift),
                spread(random, maxShift),
                Math.toRadians(spread(random, maxDegrees)),
                1 + spread(random, maxZoom),
                1 + spread(random, maxContrast),
                spread(random, maxContrast),
                random.nextBoolean()
                        ? new Hole(random.nextDouble(), random.nextDouble(), random.nextDouble() * maxHole)
                        : Hole.NONE);
    }

    private static double spread(RandomGenerator random, double limit) {
        return (2 * random.nextDouble() - 1) * limit;
    }

    /**
     * A square that shows nothing.
     *
     * @param x of its middle, as a share of the picture's width
     * @param y of its middle, as a share of the picture's height
     * @param side in pixels
     */
    record Hole(double x, double y, double side) {
        static final Hole NONE = new Hole(0, 0, 0);

        boolean covers(int row, int column, int pictureSide) {
            return 2 * Math.abs(column - x * pictureSide) < side && 2 * Math.abs(row - y * pictureSide) < side;
        }
    }

    /** One way to change a picture; lengths in pixels, the angle in radians. */
    record Variant(
            boolean mirrored,
            double right,
            double down,
            double angle,
            double zoom,
            double contrast,
            double light,
            Hole hole) {
        static final Variant UNCHANGED = new Variant(false, 0, 0, 0, 1, 1, 0, Hole.NONE);

        /** Writes the changed picture, scaled to −1…1, to {@code target} from {@code offset} on. */
        void write(byte[] source, int side, float[] target, int offset) {
            double middle = (side - 1) / 2.0;
            double cosine = Math.cos(angle) / zoom;
            double sine = Math.sin(angle) / zoom;
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    double x = column - middle - right;
                    double y = row - middle - down;
                    double fromX = middle + cosine * x + sine * y;
                    double fromY = middle - sine * x + cosine * y;
                    double grey = sample(source, side, mirrored ? side - 1 - fromX : fromX, fromY);
                    target[offset + row * side + column] =
                            hole.covers(row, column, side) ? 0 : (float) ((grey / 127.5 - 1) * contrast + light);
                }
            }
        }

        /** Bilinear; outside the picture its border goes on. */
        private static double sample(byte[] source, int side, double x, double y) {
            double clampedX = Math.clamp(x, 0.0, side - 1.0);
            double clampedY = Math.clamp(y, 0.0, side - 1.0);
            int left = Math.min((int) clampedX, side - 2);
            int top = Math.min((int) clampedY, side - 2);
            double wx = clampedX - left;
            double wy = clampedY - top;
            int at = top * side + left;
            double above = (source[at] & 255) * (1 - wx) + (source[at + 1] & 255) * wx;
            double below = (source[at + side] & 255) * (1 - wx) + (source[at + side + 1] & 255) * wx;
            return above * (1 - wy) + below * wy;
        }
    }
}
