package io.colloquy.frames.overload;

/** Why a frame under consent is not looked at; the names are what readers of {@code frame-readings} see. */
public enum Skipped {
    /** It waited too long, and a newer frame of its session is queued. */
    SKIPPED_OVERLOAD,
    /** It is older than any frame may be. */
    TOO_OLD
}
