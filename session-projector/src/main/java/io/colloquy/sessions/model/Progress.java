package io.colloquy.sessions.model;

import io.colloquy.schemas.live.SessionState;
import java.time.Instant;

/**
 * How far a session is.
 *
 * @param seq of the last event folded in
 * @param consentSeq of the candidate's last choice; 0 when there is none
 * @param totalQuestions to be asked; reserves are not among them
 * @param updatedAt of the last event that changed something
 * @param completedAt by the candidate; null when not
 * @param closedAt however it ended; null while open
 * @param evaluated whether the report is final
 * @param overall null until evaluated, or when nothing was scored
 */
public record Progress(
        long seq,
        SessionState state,
        boolean consentGiven,
        boolean consentVideo,
        long consentSeq,
        Instant updatedAt,
        Instant completedAt,
        Instant closedAt,
        int totalQuestions,
        Tally tally,
        boolean evaluated,
        Double overall) {

    /** How many questions were answered or skipped, and how many answers have which outcome. */
    public record Tally(int answered, int skipped, int scored, int notGradable, int needsHuman) {
        static final Tally NONE = new Tally(0, 0, 0, 0, 0);

        Tally oneAnswered() {
            return new Tally(answered + 1, skipped, scored, notGradable, needsHuman);
        }

        Tally oneSkipped() {
            return new Tally(answered, skipped + 1, scored, notGradable, needsHuman);
        }

        Tally oneScored() {
            return new Tally(answered, skipped, scored + 1, notGradable, needsHuman);
        }

        Tally oneNotGradable() {
            return new Tally(answered, skipped, scored, notGradable + 1, needsHuman);
        }

        Tally oneNeedsHuman() {
            return new Tally(answered, skipped, scored, notGradable, needsHuman + 1);
        }
    }

    static Progress opened(long seq, Instant at, int totalQuestions) {
        return new Progress(
                seq, SessionState.PLANNING, false, false, 0, at, null, null, totalQuestions, Tally.NONE, false, null);
    }

    Progress read(long newSeq) {
        return new Progress(
                newSeq,
                state,
                consentGiven,
                consentVideo,
                consentSeq,
                updatedAt,
                completedAt,
                closedAt,
                totalQuestions,
                tally,
                evaluated,
                overall);
    }

    Progress updated(Instant at) {
        return new Progress(
                seq,
                state,
                consentGiven,
                consentVideo,
                consentSeq,
                at,
                completedAt,
                closedAt,
                totalQuestions,
                tally,
                evaluated,
                overall);
    }

    Progress in(SessionState newState) {
        return new Progress(
                seq,
                newState,
                consentGiven,
                consentVideo,
                consentSeq,
                updatedAt,
                completedAt,
                closedAt,
                totalQuestions,
                tally,
                evaluated,
                overall);
    }

    Progress consent(boolean given, boolean video, long since) {
        return new Progress(
                seq,
                state,
                given,
                video,
                since,
                updatedAt,
                completedAt,
                closedAt,
                totalQuestions,
                tally,
                evaluated,
                overall);
    }

    /** A plan may hold fewer questions than were asked for, and reserves beyond them. */
    Progress planned(int questions) {
        return new Progress(
                seq,
                SessionState.IN_PROGRESS,
                consentGiven,
                consentVideo,
                consentSeq,
                updatedAt,
                completedAt,
                closedAt,
                Math.min(totalQuestions, questions),
                tally,
                evaluated,
                overall);
    }

    Progress closed(SessionState end, Instant at) {
        return new Progress(
                seq,
                end,
                consentGiven,
                consentVideo,
                consentSeq,
                updatedAt,
                end == SessionState.COMPLETED ? at : completedAt,
                closedAt == null ? at : closedAt,
                totalQuestions,
                tally,
                evaluated,
                overall);
    }

    Progress counted(Tally newTally) {
        return new Progress(
                seq,
                state,
                consentGiven,
                consentVideo,
                consentSeq,
                updatedAt,
                completedAt,
                closedAt,
                totalQuestions,
                newTally,
                evaluated,
                overall);
    }

    Progress evaluated(Double result, Tally finalTally) {
        return new Progress(
                seq,
                state,
                consentGiven,
                consentVideo,
                consentSeq,
                updatedAt,
                completedAt,
                closedAt,
                totalQuestions,
                finalTally,
                true,
                result);
    }
}
