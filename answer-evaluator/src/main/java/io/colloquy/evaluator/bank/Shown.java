package io.colloquy.evaluator.bank;

import java.util.regex.Pattern;

/** Texts of a file as they are kept, and as they are shown in a refusal. */
final class Shown {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int LONGEST = 40;
    private static final Pattern LINE_END = Pattern.compile("\r\n?");

    private Shown() {}

    /** Without white space around it and with plain line ends, which no two programs write alike. */
    static String normal(String text) {
        return LINE_END.matcher(text).replaceAll("\n").strip();
    }

    /** Whether there are neither control characters nor halves of characters, which not every file can hold. */
    static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(it -> (Character.isISOControl(it) && it != '\n' && it != '\r' && it != '\t')
                        || (it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE)
                        || it == BYTE_ORDER_MARK);
    }

    /** A short piece on one line. */
    static String of(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
