package io.colloquy.frames.vision;

/**
 * Which pictures are decoded at all. A JPEG of a few bytes may claim a thousand million pixels, so the header is
 * checked first.
 *
 * @param longestSide the most pixels of width or height
 * @param pixels the most pixels in all
 * @param shortestSide the fewest pixels of width and height
 */
public record ImageLimits(int longestSide, long pixels, int shortestSide) {
    /** 4096 a side, 12 million in all, at least 32 a side. */
    public static final ImageLimits DEFAULT = new ImageLimits(4096, 12_000_000, 32);

    public ImageLimits {
        if (shortestSide < 1 || longestSide < shortestSide || pixels < 1) {
            throw new IllegalArgumentException("Expected limits of at least one pixel, but got longest side "
                    + longestSide + ", pixels " + pixels + ", shortest side " + shortestSide);
        }
    }

    void check(int width, int height) throws UnreadableImageException {
        if (width > longestSide || height > longestSide || (long) width * height > pixels) {
            throw new UnreadableImageException(
                    Unreadable.TOO_MANY_PIXELS,
                    "Expected at most %d pixels a side and %d in all, but the picture has %d × %d"
                            .formatted(longestSide, pixels, width, height));
        }
        if (width < shortestSide || height < shortestSide) {
            throw new UnreadableImageException(
                    Unreadable.TOO_SMALL,
                    "Expected at least %d pixels a side, but the picture has %d × %d"
                            .formatted(shortestSide, width, height));
        }
    }
}
