package io.colloquy.sessions.events;

/** What a person says an answer is; {@code UNKNOWN} stands for a label of a later version. */
public enum AnswerLabel {
    UNKNOWN,
    GOOD,
    PARTIAL,
    WRONG,
    OFF_TOPIC,
    GIBBERISH,
    COPIED_QUESTION,
    KEYWORD_STUFFING
}
