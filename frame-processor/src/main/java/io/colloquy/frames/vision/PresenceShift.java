package io.colloquy.frames.vision;

/** What a frame changed about who is in the picture. The names stand in {@code frame-readings}. */
public enum PresenceShift {
    NONE,
    /** The stream's first face; it is the candidate's. */
    FOUND,
    /** The candidate's face is no longer found. */
    LOST,
    /** It is found again. */
    BACK,
    /** It has been away for so long that another face is taken for the candidate's from here on. */
    REPLACED,
    /** Others are in the picture now. */
    OTHERS_CAME,
    /** The candidate is alone, or nobody is there, again. */
    OTHERS_LEFT
}
