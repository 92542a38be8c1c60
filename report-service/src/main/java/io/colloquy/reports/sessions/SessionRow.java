package io.colloquy.reports.sessions;

import io.colloquy.events.Personal;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.live.SessionState;
import java.time.Instant;

/**
 * A session as the read model has it, content sealed.
 *
 * @param seq of the last event folded in
 * @param candidateId null when nobody in particular
 * @param candidateName null when there is none or it was erased
 * @param completedAt null unless the candidate completed it
 * @param overall null until evaluated, or when nothing was scored
 * @param plannedBy what planned the questions, as JSON; null before the plan
 * @param deadLetters records of this session that could not be read
 */
public record SessionRow(
        String sessionId,
        String organisationId,
        long seq,
        SessionState state,
        String candidateId,
        Personal candidateName,
        String jobTitle,
        String interviewKind,
        String language,
        PolicyRow policy,
        ConsentRow consent,
        RubricRow rubric,
        Instant startedAt,
        Instant updatedAt,
        Instant completedAt,
        int totalQuestions,
        int answered,
        boolean evaluated,
        Double overall,
        String plannedBy,
        long deadLetters) {

    /** The effective policy; {@code emotion} is OFF, PRACTICE or REVIEWER. */
    public record PolicyRow(String emotion, boolean faceSignals, boolean recruitment) {}

    /** The candidate's choice; {@code seq} is 0 when none was made. */
    public record ConsentRow(boolean given, boolean video, long seq) {}

    /** Which rubric scores it. */
    public record RubricRow(String id, String version, String hash) {}

    /** Whose content it is. */
    public Subject subject() {
        return new Subject(organisationId, sessionId);
    }

    /** Whether personal content is gone. */
    public boolean erased() {
        return state == SessionState.ERASED;
    }
}
