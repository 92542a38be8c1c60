package io.colloquy.sessions.events;

import java.util.Optional;

/**
 * What the organisation's settings allow in one session, after regional law.
 *
 * @param emotion effective
 * @param emotionSetting what the organisation had asked for
 * @param faceSignals whether presence, blink and quality readings are made
 * @param recruitment whether anybody's employment depends on the session
 * @param candidateRegion ISO 3166; unknown counts as EU
 * @param employerRegion ISO 3166; unknown counts as EU
 */
public record Policy(
        Emotion emotion,
        Emotion emotionSetting,
        boolean faceSignals,
        boolean recruitment,
        Optional<String> candidateRegion,
        Optional<String> employerRegion) {

    /** Who may see emotion readings; OFF means that none are made. The names are part of the contract. */
    public enum Emotion {
        /** None are made. */
        OFF,
        /** The candidate alone. */
        PRACTICE,
        /** Reviewers too, where lawful. */
        REVIEWER
    }
}
