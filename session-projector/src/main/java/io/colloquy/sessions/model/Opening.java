package io.colloquy.sessions.model;

import java.time.Instant;

/**
 * What a session is opened with and never changes.
 *
 * @param candidateId null when the start named nobody
 */
public record Opening(
        String sessionId,
        String organisationId,
        Instant startedAt,
        String candidateId,
        String jobTitle,
        String interviewKind,
        String language,
        Policies policies,
        RubricName rubric) {

    /**
     * The policy that governs the session.
     *
     * @param emotion effective: OFF, PRACTICE or REVIEWER
     * @param emotionSetting what the organisation had asked for
     * @param candidateRegion null when unknown
     * @param employerRegion null when unknown
     */
    public record Policies(
            String emotion,
            String emotionSetting,
            boolean faceSignals,
            boolean recruitment,
            String candidateRegion,
            String employerRegion) {}

    /** Which rubric scores the answers. */
    public record RubricName(String id, String version, String hash) {}
}
