package io.colloquy.frames.consent;

/**
 * What a session allows, as of its event {@code seq}.
 *
 * @param seq of the last event folded in
 * @param emotion whether the effective policy allows emotion readings
 * @param faceSignals whether it allows presence, blink and quality readings
 * @param consentSeq of the ConsentGiven with video in force; 0 when there is none
 * @param erased whether personal content is gone
 */
public record Permission(long seq, boolean emotion, boolean faceSignals, long consentSeq, boolean erased) {

    Permission at(long newSeq) {
        return new Permission(newSeq, emotion, faceSignals, consentSeq, erased);
    }

    Permission consented(long newSeq, boolean video) {
        return new Permission(newSeq, emotion, faceSignals, video ? newSeq : 0, erased);
    }

    Permission erasedAt(long newSeq) {
        return new Permission(newSeq, false, false, 0, true);
    }
}
