package io.colloquy.frames.vision;

/**
 * Which pictures are decoded at all. A JPEG of a few bytes may claim a thousand million pixels, so the header is
 * checked first.
 *
 * @param longestSide the most pixels of width or height
 * @param pixels the most pixels in all
 * @param shortestSide the fewest pixels of width and height
 * @param bytes the largest file
 */
public record ImageLimits(int longestSide, long pixels, int shortestSide, int bytes) {
    /** Frames: up to what 4K cameras send, at least 32 pixels a side, 1 MiB. */
    public static final ImageLimits DEFAULT = new ImageLimits(4096, 4096 * 2160, 32, 1 << 20);

    /** Single pictures: up to what telephones take, 16 million pixels in 4 MiB. */
    public static final ImageLimits PICTURES = new ImageLimits(4800, 16_000_000, 32, 4 << 20);

    private static final long BUFFERED_SAMPLES = 4096L * 2160 * 3;

    public ImageLimits {
        if (shortestSide < 1 || longestSide < shortestSide || pixels < 1 || bytes < 1) {
            throw new IllegalArgumentException("Expected limits of at least one pixel and byte, but got longest side "
                    + longestSide + ", pixels " + pixels + ", shortest side " + shortestSide + ", bytes " + bytes);
        }
    }

    void check(byte[] jpeg) throws UnreadableImageException {
        if (jpeg.length > bytes) {
            throw new UnreadableImageException(
                    Unreadable.TOO_MANY_BYTES,
                    "Expected at most %d bytes, but the picture has %d".formatted(bytes, jpeg.length));
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

    /** For pictures that come in passes: the decoder holds all of one, two bytes for each sample, until the last pass. */
    void checkBuffered(int width, int height, int components) throws UnreadableImageException {
        if ((long) width * height * components > BUFFERED_SAMPLES) {
            throw new UnreadableImageException(
                    Unreadable.TOO_MANY_PIXELS,
                    "Expected at most %d samples of a picture in passes, but it has %d × %d × %d"
                            .formatted(BUFFERED_SAMPLES, width, height, components));
        }
    }
}
