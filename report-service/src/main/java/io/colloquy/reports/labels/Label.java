package io.colloquy.reports.labels;

import java.util.Locale;

/** What a person says an answer is, best first. */
public enum Label {
    GOOD(3),
    PARTIAL(2),
    WRONG(1),
    OFF_TOPIC(0),
    GIBBERISH(0),
    COPIED_QUESTION(0),
    KEYWORD_STUFFING(0);

    private final int rank;

    Label(int rank) {
        this.rank = rank;
    }

    /** As in JSON and in files of labelled answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether such an answer deserves a score; the others are to be flagged. */
    boolean isGradable() {
        return rank > 0;
    }

    boolean isBetterThan(Label other) {
        return other.isGradable() && rank > other.rank;
    }
}
