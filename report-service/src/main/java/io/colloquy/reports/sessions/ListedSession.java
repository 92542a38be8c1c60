package io.colloquy.reports.sessions;

import io.colloquy.reports.content.Contents;
import io.colloquy.schemas.PersonalContent;
import io.colloquy.schemas.live.SessionState;
import java.time.Instant;

/**
 * A session in a list.
 *
 * @param candidateName null when there is none or it was erased
 * @param overall null until evaluated, or when nothing was scored
 */
public record ListedSession(
        String sessionId,
        SessionState state,
        String jobTitle,
        String candidateName,
        Instant startedAt,
        Instant updatedAt,
        int totalQuestions,
        int answered,
        boolean evaluated,
        Double overall,
        long deadLetters,
        long seq) {

    /** From its row, the name opened. */
    public static ListedSession of(SessionRow row, Contents contents) {
        String name = row.candidateName() == null
                ? null
                : contents.open(row.candidateName(), PersonalContent.CANDIDATE_NAME)
                        .orElse(null);
        return new ListedSession(
                row.sessionId(),
                row.state(),
                row.jobTitle(),
                name,
                row.startedAt(),
                row.updatedAt(),
                row.totalQuestions(),
                row.answered(),
                row.evaluated(),
                row.overall(),
                row.deadLetters(),
                row.seq());
    }
}
