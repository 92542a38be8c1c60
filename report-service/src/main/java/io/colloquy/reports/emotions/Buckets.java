package io.colloquy.reports.emotions;

import io.colloquy.platform.http.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long spans are, and where a page of them ended. Pure. */
final class Buckets {
    private static final Pattern SECONDS = Pattern.compile("([1-9]|[1-5][0-9]|60)s");
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Buckets() {}

    /**
     * The length of a span.
     *
     * @param text {@code 1s} to {@code 60s}
     * @throws Problem 400 when it is something else
     */
    static Duration width(String text) {
        Matcher matcher = SECONDS.matcher(text);
        if (!matcher.matches()) {
            throw Problem.invalidRequest("Expected bucket from 1s to 60s, but it is something else");
        }
        return Duration.ofSeconds(Long.parseLong(matcher.group(1)));
    }

    /**
     * Where the next page begins.
     *
     * @param text the last span's start; null or blank for the first page
     * @throws Problem 400 when it is no time
     */
    static Instant after(String text, Duration width) {
        if (text == null || text.isBlank()) {
            return EARLIEST;
        }
        try {
            Instant last = Instant.parse(text);
            if (!last.isBefore(EARLIEST) && last.isBefore(LATEST)) {
                return last.plus(width);
            }
        } catch (DateTimeException e) {
            // Answered below, as what is out of range.
        }
        throw Problem.invalidRequest("Expected after to be the next of a page before, but it is something else");
    }
}
