package io.colloquy.schemas.live;

/** Where a session stands, as readers see it. */
public enum SessionState {
    /** Started, questions not there yet. */
    PLANNING,
    /** Questions are being asked. */
    IN_PROGRESS,
    /** Paused by the candidate. */
    PAUSED,
    /** The candidate is done. */
    COMPLETED,
    /** Ended without result. */
    CANCELLED,
    /** Abandoned for too long. */
    EXPIRED,
    /** Personal content is gone. */
    ERASED;

    /** Whether commands of the candidate can still change it. */
    public boolean open() {
        return this == PLANNING || this == IN_PROGRESS || this == PAUSED;
    }
}
