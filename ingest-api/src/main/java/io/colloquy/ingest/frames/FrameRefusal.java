package io.colloquy.ingest.frames;

/** Why a frame is not taken. It is settled all the same: sending it again would change nothing. */
public enum FrameRefusal {
    /** The candidate has not agreed to video, or not any more. */
    NO_CONSENT,
    /** Nothing can be added to the session. */
    SESSION_OVER,
    /** The session is paused. */
    PAUSED,
    /** The bytes do not begin like a JPEG. */
    NOT_A_JPEG,
    /** Over 256 KiB. */
    TOO_LARGE,
    /** Redis is away, so that consent cannot be checked. */
    UNCHECKED,
    /** More frames in a second than a session may send. */
    RATE_LIMITED
}
