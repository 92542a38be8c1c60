package io.colloquy.sessions.decider;

/** Where a session stands. All but UNKNOWN are names of the contract. */
public enum Stage {
    /** Never started. */
    UNKNOWN,
    /** Started, waiting for questions. */
    PLANNING,
    /** Questions are asked. */
    IN_PROGRESS,
    /** The candidate takes a break. */
    PAUSED,
    /** Ended as done. */
    COMPLETED,
    /** Ended without result. */
    CANCELLED,
    /** Ended because nothing happened for too long. */
    EXPIRED,
    /** Its personal content is gone. */
    ERASED;

    /** Whether the interview can still go on. */
    public boolean isOpen() {
        return switch (this) {
            case PLANNING, IN_PROGRESS, PAUSED -> true;
            case UNKNOWN, COMPLETED, CANCELLED, EXPIRED, ERASED -> false;
        };
    }

    /** Whether it ended with a report to come. */
    public boolean isReported() {
        return switch (this) {
            case COMPLETED, EXPIRED -> true;
            case UNKNOWN, PLANNING, IN_PROGRESS, PAUSED, CANCELLED, ERASED -> false;
        };
    }
}
