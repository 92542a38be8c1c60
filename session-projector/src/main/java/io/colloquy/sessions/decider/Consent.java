package io.colloquy.sessions.decider;

/** The candidate's choice as it stands. */
public enum Consent {
    /** None was made yet. */
    UNDECIDED,
    /** Frames may be processed. */
    WITH_VIDEO,
    /** The equal path without video. */
    WITHOUT_VIDEO,
    /** Taken back; the interview goes on without video. */
    WITHDRAWN
}
