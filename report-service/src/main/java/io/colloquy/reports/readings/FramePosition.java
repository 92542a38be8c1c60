package io.colloquy.reports.readings;

import io.colloquy.platform.http.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of readings ended.
 *
 * @param stream of the last frame; empty before the first
 * @param frameSeq of the last frame
 */
public record FramePosition(String stream, long frameSeq) {
    /** Before the first. */
    public static final FramePosition START = new FramePosition("", -1);

    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})/(\\d{1,18})");

    /**
     * From what a page gave as its next.
     *
     * @param text null or empty for the first page
     * @throws Problem 400 when it is something else
     */
    public static FramePosition parse(String text) {
        if (text == null || text.isBlank()) {
            return START;
        }
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw Problem.invalidRequest("Expected after to be the next of a page before, but it is something else");
        }
        return new FramePosition(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return stream + "/" + frameSeq;
    }
}
