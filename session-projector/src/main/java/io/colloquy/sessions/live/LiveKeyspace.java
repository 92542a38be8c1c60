package io.colloquy.sessions.live;

import java.time.Duration;

/** Keys that only the projector reads. The versions in their names change when what they hold changes shape. */
final class LiveKeyspace {
    /** How long what is over stays. */
    static final Duration KEPT_AFTER_CLOSE = Duration.ofDays(7);
    /** How long decisions stay, counted from the decision. */
    static final Duration DECISION_KEPT = Duration.ofHours(24);

    /** How long a candidate's questions stay, counted from the latest that they were asked. */
    static final Duration ASKED_KEPT = Duration.ofDays(365);

    private LiveKeyspace() {}

    /** The whole fold of a session, without content. */
    static String sessionState(String sessionId) {
        return "projector:session:v1:" + sessionId;
    }

    /** What is known of a session's readings. */
    static String readingsState(String sessionId) {
        return "projector:readings:v1:" + sessionId;
    }
}
