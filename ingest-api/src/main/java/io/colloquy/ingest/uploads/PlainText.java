package io.colloquy.ingest.uploads;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Bytes of a text file as text. The rule: a byte order mark decides; else it is UTF-8 if it is valid UTF-8; else Windows-1252,
 * which is Latin-1 with letters in place of control characters. Pure.
 */
final class PlainText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** One control character in so many is more than any text has. */
    private static final int TEXT_PER_CONTROL = 50;

    private record Mark(byte[] bytes, Charset charset) {}

    private static final List<Mark> MARKS = List.of(
            new Mark(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, StandardCharsets.UTF_8),
            new Mark(new byte[] {(byte) 0xFF, (byte) 0xFE}, StandardCharsets.UTF_16LE),
            new Mark(new byte[] {(byte) 0xFE, (byte) 0xFF}, StandardCharsets.UTF_16BE));

    private PlainText() {}

    /** The text, with whatever characters it has; empty when it is none. */
    static Optional<String> of(byte[] file) {
        return FileKind.of(file) == FileKind.UNKNOWN
                ? Optional.of(decoded(file)).filter(PlainText::isText)
                : Optional.empty();
    }

    private static String decoded(byte[] file) {
        return MARKS.stream()
                .filter(mark -> FileKind.begins(file, mark.bytes()))
                .findFirst()
                .map(mark -> new String(Arrays.copyOfRange(file, mark.bytes().length, file.length), mark.charset()))
                .orElseGet(() -> withoutMark(file));
    }

    private static String withoutMark(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, WINDOWS);
        }
    }

    private static boolean isText(String text) {
        long controls = text.chars()
                .filter(it -> (Character.isISOControl(it) && !Character.isWhitespace(it)) || it == 0xFFFD)
                .count();
        return controls * TEXT_PER_CONTROL <= text.length();
    }
}
