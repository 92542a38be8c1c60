package io.colloquy.evaluator.providers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Formats of audio that are taken and given, each told by its first bytes. */
public enum AudioKind {
    /** Opus in WebM: what Chromium and Firefox record. */
    WEBM("webm", 3_000, "audio/webm", "video/webm"),
    /** Opus or Vorbis in Ogg. */
    OGG("ogg", 3_000, "audio/ogg", "application/ogg"),
    /** RIFF WAVE. */
    WAV("wav", 32_000, "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"),
    /** MPEG layer III, with or without an ID3 tag. */
    MP3("mp3", 8_000, "audio/mpeg", "audio/mp3"),
    /** AAC in MP4: what Safari records. */
    MP4("m4a", 8_000, "audio/mp4", "audio/x-m4a", "audio/m4a", "video/mp4");

    private static final int HEAD = 64;

    private final String extension;
    private final int bytesPerSecond;
    private final List<String> mediaTypes;

    AudioKind(String extension, int bytesPerSecond, String... mediaTypes) {
        this.extension = extension;
        this.bytesPerSecond = bytesPerSecond;
        this.mediaTypes = List.of(mediaTypes);
    }

    /** The usual media type. */
    public String mediaType() {
        return mediaTypes.getFirst();
    }

    /** Whether a media type, without its parameters, names this format. */
    public boolean isCalled(String mediaType) {
        return mediaTypes.contains(mediaType);
    }

    String fileName() {
        return "answer." + extension;
    }

    /** By the usual rate of speech in this format. */
    long guessedSeconds(int bytes) {
        return bytes / bytesPerSecond + 1L;
    }

    /** What these bytes are; empty when they are none of it. */
    public static Optional<AudioKind> of(byte[] bytes) {
        return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        return switch (this) {
            case WEBM -> head.startsWith("\u001aE\u00df\u00a3") && head.contains("webm");
            case OGG -> head.startsWith("OggS");
            case WAV -> head.startsWith("RIFF") && head.startsWith("WAVE", 8);
            case MP3 -> head.startsWith("ID3") || isMpegFrame(head);
            case MP4 -> head.startsWith("ftyp", 4);
        };
    }

    /** Eleven bits of synchronisation, layer III, a bit rate and a sampling rate that exist. */
    private static boolean isMpegFrame(String head) {
        return head.length() >= 4
                && head.charAt(0) == 0xff
                && (head.charAt(1) & 0xe6) == 0xe2
                && (head.charAt(1) & 0x18) != 0x08
                && (head.charAt(2) & 0xf0) != 0xf0
                && (head.charAt(2) & 0x0c) != 0x0c;
    }
}
