package io.colloquy.ingest.uploads;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Raw text made fit to be read and corrected: one kind of line end, no control characters, no direction overrides, no words cut
 * in two by the end of a line. Pure.
 *
 * @param text at most as long as asked for
 * @param truncated whether something was cut off
 */
record ReadableText(String text, boolean truncated) {
    /** No writing puts more marks on a letter (UAX #15), and the time to put them in order grows with their square. */
    private static final Pattern STACKED_MARKS = Pattern.compile("(\\p{M}{30})\\p{M}+");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u000B\\f\\u0085\\u2028\\u2029]");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]+");
    private static final Pattern AROUND_LINE_END = Pattern.compile(" *\\n *");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");
    /** Symbol fonts draw their bullets from the private use area. */
    private static final Pattern BULLET = Pattern.compile("[\\uF0B7\\uF0A7\\uF076\\u25CF\\u25AA]");
    /** Controls but tab and line end; what has no look of its own or turns the direction; private use; what is no character. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]"
                    + "|[\\p{Co}\\p{Cs}\\uFFF9-\\uFFFF]|[\\x{E0000}-\\x{E007F}]");

    private static final Pattern CUT_WORD = Pattern.compile("(?<=\\p{L})[-\\u2010]\\n(?=\\p{Ll})");
    private static final Pattern FLOWING = Pattern.compile("(?<=[\\p{L},;])\\n(?=\\p{Ll})");

    /** The lines of a text file, as they are. */
    static ReadableText ofLines(String raw, int most) {
        return cut(clean(raw), most);
    }

    /** The lines of printed pages: sentences that go on in the next line flow together again. */
    static ReadableText ofPages(String raw, int most) {
        String lines = CUT_WORD.matcher(clean(raw)).replaceAll("");
        return cut(FLOWING.matcher(lines).replaceAll(" "), most);
    }

    private static String clean(String raw) {
        String letters = STACKED_MARKS.matcher(raw).replaceAll("$1");
        String lines = LINE_END.matcher(Normalizer.normalize(letters, Normalizer.Form.NFC))
                .replaceAll("\n");
        String known = UNWANTED.matcher(BULLET.matcher(lines).replaceAll("•")).replaceAll("");
        String spaced =
                AROUND_LINE_END.matcher(SPACES.matcher(known).replaceAll(" ")).replaceAll("\n");
        return BLANK_LINES.matcher(spaced).replaceAll("\n\n").strip();
    }

    private static ReadableText cut(String text, int most) {
        if (text.length() <= most) {
            return new ReadableText(text, false);
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return new ReadableText(text.substring(0, end), true);
    }
}
