package io.colloquy.frames.vision;

/** What the eyes do; {@code UNKNOWN} where no eye could be judged. */
public enum EyeState {
    OPEN,
    CLOSED,
    UNKNOWN
}
