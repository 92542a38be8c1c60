package io.colloquy.frames.vision;

/**
 * What a JPEG says of itself before its picture begins. Read without decoding, so that a hostile size costs nothing.
 *
 * @param width pixels
 * @param height pixels
 * @param components 1 grey, 3 colour, 4 print colours
 * @param progressive whether the picture comes in passes
 */
public record ImageHeader(int width, int height, int components, boolean progressive) {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int PROGRESSIVE = 0xC2;

    /** Each costs a pass over the whole picture, however few bytes it has; writers of JPEGs use about ten. */
    private static final int MOST_SCANS = 32;

    /** Reads the header within the default limits. */
    public static ImageHeader read(byte[] jpeg) throws UnreadableImageException {
        return read(jpeg, ImageLimits.DEFAULT);
    }

    /**
     * Reads the header.
     *
     * @throws UnreadableImageException with the reason, if the bytes are no whole JPEG within the limits
     */
    public static ImageHeader read(byte[] jpeg, ImageLimits limits) throws UnreadableImageException {
        Marker marker = Marker.first(jpeg);
        while (!marker.startsFrame()) {
            if (marker.code == START_OF_SCAN || marker.code == END_OF_IMAGE) {
                throw new UnreadableImageException(
                        Unreadable.UNDECODABLE, "Expected the picture's size before its data, but there is none");
            }
            marker = marker.next();
        }
        ImageHeader header = marker.header();
        limits.check(header.width, header.height);
        requireEnd(jpeg, marker.at);
        int scans = scans(jpeg, marker.at);
        if (scans > MOST_SCANS) {
            throw new UnreadableImageException(
                    Unreadable.UNSUPPORTED_JPEG,
                    "Expected at most %d passes over the picture, but there are %d".formatted(MOST_SCANS, scans));
        }
        if (header.progressive || scans > 1) {
            limits.checkBuffered(header.width, header.height, header.components);
        }
        return header;
    }

    /** Passes over the picture: within a pass these two bytes never follow each other. */
    private static int scans(byte[] jpeg, int from) {
        int scans = 0;
        for (int i = from; i < jpeg.length - 1; i++) {
            if (jpeg[i] == (byte) 0xFF && (jpeg[i + 1] & 255) == START_OF_SCAN) {
                scans++;
            }
        }
        return scans;
    }

    /** A whole JPEG has an end marker behind its size; bytes behind that marker do no harm. */
    private static void requireEnd(byte[] jpeg, int from) throws UnreadableImageException {
        for (int i = jpeg.length - 2; i > from; i--) {
            if ((jpeg[i] & 255) == 0xFF && (jpeg[i + 1] & 255) == END_OF_IMAGE) {
                return;
            }
        }
        throw truncated();
    }

    private static UnreadableImageException truncated() {
        return new UnreadableImageException(Unreadable.TRUNCATED, "Expected a whole JPEG, but it ends too early");
    }

    /** A marker; {@code at} is the place behind its code, where its length stands if it has one. */
    @SuppressWarnings("ArrayRecordComponent") // a view on the caller's bytes, never compared
    private record Marker(byte[] jpeg, int at, int code) {
        static Marker first(byte[] jpeg) throws UnreadableImageException {
            if (jpeg.length < 3
                    || (jpeg[0] & 255) != 0xFF
                    || (jpeg[1] & 255) != START_OF_IMAGE
                    || (jpeg[2] & 255) != 0xFF) {
                throw new UnreadableImageException(
                        Unreadable.NOT_A_JPEG, "Expected a JPEG, but the bytes are " + PictureKind.of(jpeg));
            }
            return at(jpeg, 2);
        }

        private static Marker at(byte[] jpeg, int position) throws UnreadableImageException {
            int i = position;
            if (unsigned(jpeg, i) != 0xFF) {
                throw new UnreadableImageException(
                        Unreadable.UNDECODABLE, "Expected a marker at byte " + position + ", but there is none");
            }
            while (unsigned(jpeg, i) == 0xFF) {
                i++;
            }
            return new Marker(jpeg, i + 1, unsigned(jpeg, i));
        }

        Marker next() throws UnreadableImageException {
            boolean alone = code == 0x01 || (code >= 0xD0 && code <= 0xD7);
            return at(jpeg, alone ? at : at + length());
        }

        private int length() throws UnreadableImageException {
            int length = word(at);
            if (length < 2) {
                throw new UnreadableImageException(
                        Unreadable.UNDECODABLE, "Expected a segment of at least 2 bytes, but it claims " + length);
            }
            return length;
        }

        /** All start-of-frame codes; C4, C8 and CC mean something else. */
        boolean startsFrame() {
            return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
        }

        ImageHeader header() throws UnreadableImageException {
            ImageHeader header =
                    new ImageHeader(word(at + 5), word(at + 3), unsigned(jpeg, at + 7), code == PROGRESSIVE);
            if (code > PROGRESSIVE || unsigned(jpeg, at + 2) != 8 || header.height == 0 || header.width == 0) {
                throw new UnreadableImageException(
                        Unreadable.UNSUPPORTED_JPEG,
                        "Expected a baseline or progressive JPEG of 8 bits with a size, but it is of another kind");
            }
            return header;
        }

        private int word(int position) throws UnreadableImageException {
            return unsigned(jpeg, position) << 8 | unsigned(jpeg, position + 1);
        }

        private static int unsigned(byte[] jpeg, int position) throws UnreadableImageException {
            if (position >= jpeg.length) {
                throw truncated();
            }
            return jpeg[position] & 255;
        }
    }
}
