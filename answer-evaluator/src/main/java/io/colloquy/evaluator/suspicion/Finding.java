package io.colloquy.evaluator.suspicion;

/** What was noticed. The names are part of events. */
public enum Finding {
    /** Characters that nobody sees: zero width, direction marks, tags. */
    HIDDEN_CHARACTERS,
    /** Letters of several alphabets in one word. */
    MIXED_SCRIPTS,
    /** Marks of a role in a conversation: system, assistant. */
    ROLE_TAG,
    /** Looks like the end or beginning of a block. */
    DELIMITER,
    /** A piece of a reply in JSON. */
    JSON_FRAGMENT,
    /** Readable text in base64, hex, escapes, spaced, reversed or replaced letters. */
    ENCODED_TEXT,
    /** Speaks to whoever grades. */
    INSTRUCTION,
    /** A passage in another language than the rest. */
    FOREIGN_PASSAGE,
    /** The model says that somebody tries to steer it. */
    REPORTED_BY_MODEL,
    /** Far better than a reading by rules. */
    FAR_ABOVE_SECOND_READING,
    /** Everything perfect, hardly anything quoted. */
    PRAISE_WITHOUT_EVIDENCE
}
