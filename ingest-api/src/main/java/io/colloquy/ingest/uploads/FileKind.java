package io.colloquy.ingest.uploads;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is by its first bytes, whatever it is called. */
enum FileKind {
    PDF("a PDF", "%PDF-"),
    ZIP("a packed file, such as a word processor's document", "PK\u0003\u0004"),
    OFFICE("an old word processor's document", "\u00d0\u00cf\u0011\u00e0"),
    RICH_TEXT("rich text", "{\\rtf"),
    JPEG("a picture", "\u00ff\u00d8\u00ff"),
    PNG("a picture", "\u0089PNG"),
    GIF("a picture", "GIF8"),
    POSTSCRIPT("PostScript", "%!PS"),
    PROGRAM("a program", "\u007fELF"),
    UNKNOWN("something else", "");

    /** Readers take a PDF with something before it. */
    private static final int WITHIN = 1024;

    private final String words;
    private final byte[] magic;

    FileKind(String words, String magic) {
        this.words = words;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** For a sentence: "but it is …". */
    String words() {
        return words;
    }

    static FileKind of(byte[] file) {
        for (FileKind kind : values()) {
            if (begins(file, kind.magic)) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** Whether a PDF begins within the first kilobyte. */
    static boolean isPdf(byte[] file) {
        String begin = new String(file, 0, Math.min(file.length, WITHIN), StandardCharsets.ISO_8859_1);
        return begin.contains("%PDF-");
    }

    static boolean begins(byte[] file, byte[] magic) {
        return file.length >= magic.length && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }
}
