package io.colloquy.frames.consent;

/** What is to become of a frame. */
public sealed interface Admission {

    /**
     * It may be looked at.
     *
     * @param emotion whether emotion may be read from it
     * @param faceSignals whether presence, blink and quality may be read from it
     */
    record Admitted(boolean emotion, boolean faceSignals) implements Admission {}

    /** It must not be looked at. */
    record Refused(Refusal reason) implements Admission {}

    /** Nobody can say yet: the session's events have not been read as far as the frame refers to. */
    record NotYetKnown() implements Admission {}

    /** Why a frame is not looked at. */
    enum Refusal {
        /** No consent to video is in force, or the frame belongs to an earlier one. */
        NO_CONSENT,
        /** The session's consent could not be looked up in time. */
        CONSENT_UNKNOWN,
        /** The organisation's policy wants nothing read from frames. */
        POLICY_OFF,
        /** The session was erased. */
        ERASED
    }
}
