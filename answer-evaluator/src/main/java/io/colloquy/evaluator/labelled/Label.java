package io.colloquy.evaluator.labelled;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person said about an answer. */
public enum Label {
    /** Covers what was asked for. */
    @JsonProperty("good")
    GOOD(3),
    /** Covers some of it, or says it too generally. */
    @JsonProperty("partial")
    PARTIAL(2),
    /** On the topic, but wrong. */
    @JsonProperty("wrong")
    WRONG(1),
    /** Speaks of something else. */
    @JsonProperty("off_topic")
    OFF_TOPIC(0),
    /** No sense to be made of it. */
    @JsonProperty("gibberish")
    GIBBERISH(0),
    /** Gives the question back. */
    @JsonProperty("copied_question")
    COPIED_QUESTION(0),
    /** Terms without statements. */
    @JsonProperty("keyword_stuffing")
    KEYWORD_STUFFING(0);

    private final int rank;

    Label(int rank) {
        this.rank = rank;
    }

    /** Whether such an answer deserves a score; the others are to be flagged. */
    public boolean isGradable() {
        return rank > 0;
    }

    boolean isBetterThan(Label other) {
        return other.isGradable() && rank > other.rank;
    }
}
