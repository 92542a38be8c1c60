package io.colloquy.frames.vision;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names what bytes are that are no JPEG, by how they begin, so that whoever sent them knows what to change. */
final class PictureKind {
    private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();
    private static final int BOX_TYPE = 4;
    private static final int RIFF_TYPE = 8;

    static {
        BEGINNINGS.put("\u0089PNG", "a PNG");
        BEGINNINGS.put("GIF8", "a GIF");
        BEGINNINGS.put("BM", "a BMP");
        BEGINNINGS.put("II*\0", "a TIFF");
        BEGINNINGS.put("MM\0*", "a TIFF");
        BEGINNINGS.put("\u00ff\n", "a JPEG XL");
        BEGINNINGS.put("\0\0\0\fJXL ", "a JPEG XL");
        BEGINNINGS.put("\0\0\0\fjP  ", "a JPEG 2000");
        BEGINNINGS.put("%PDF", "a PDF");
        BEGINNINGS.put("<svg", "an SVG");
        BEGINNINGS.put("<?xml", "XML");
    }

    private PictureKind() {}

    /** In words, with an article. */
    static String of(byte[] bytes) {
        if (bytes.length == 0) {
            return "none at all";
        }
        if (begins(bytes, 0, "RIFF") && begins(bytes, RIFF_TYPE, "WEBP")) {
            return "a WebP";
        }
        if (begins(bytes, BOX_TYPE, "ftyp")) {
            return begins(bytes, RIFF_TYPE, "avi") ? "an AVIF" : "a HEIC or another file of that family";
        }
        return BEGINNINGS.entrySet().stream()
                .filter(beginning -> begins(bytes, 0, beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("something else");
    }

    private static boolean begins(byte[] bytes, int at, String with) {
        byte[] wanted = with.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
