package io.colloquy.frames.vision;

/** A rectangle in a picture, in its pixels; {@code x} and {@code y} are the left upper corner. */
public record Box(int x, int y, int width, int height) {
    public Box {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException(
                    "Expected a box with a size of at least 0, but got " + width + " × " + height);
        }
    }

    /** Pixels inside. */
    public long area() {
        return (long) width * height;
    }

    /** How much two boxes are the same: 0 apart, 1 equal (shared area over joint area). */
    public double overlap(Box other) {
        long sharedWidth = (long) Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        long sharedHeight = (long) Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (sharedWidth <= 0 || sharedHeight <= 0) {
            return 0;
        }
        double shared = (double) (sharedWidth * sharedHeight);
        return shared / (area() + other.area() - shared);
    }

    /** From middle to middle, in pixels. */
    public double distance(Box other) {
        return Math.hypot(middleX() - other.middleX(), middleY() - other.middleY());
    }

    /** How many times wider the wider one is; 1 for boxes of one width. */
    public double sizeRatio(Box other) {
        double least = Math.max(1, Math.min(width, other.width));
        return Math.max(width, other.width) / least;
    }

    double middleX() {
        return x + width / 2.0;
    }

    double middleY() {
        return y + height / 2.0;
    }

    /** Grown by a share of its size on each side and cut off at the picture's border. */
    public Box grown(double share, int pictureWidth, int pictureHeight) {
        int left = Math.max(0, (int) Math.round(x - width * share));
        int top = Math.max(0, (int) Math.round(y - height * share));
        int right = Math.min(pictureWidth, (int) Math.round(x + width * (1 + share)));
        int bottom = Math.min(pictureHeight, (int) Math.round(y + height * (1 + share)));
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** Moved by {@code (right, down)} after its lengths were multiplied by {@code scale}. */
    Box scaledThenMoved(double scale, int right, int down) {
        return new Box(
                (int) Math.round(x * scale) + right,
                (int) Math.round(y * scale) + down,
                (int) Math.round(width * scale),
                (int) Math.round(height * scale));
    }

    /** The part of it that lies in the picture. */
    Box within(int pictureWidth, int pictureHeight) {
        return grown(0, pictureWidth, pictureHeight);
    }
}
