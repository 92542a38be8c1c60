package io.colloquy.sessions.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be asked of a session: one record for each branch of {@code session-commands}, under the same name. */
public sealed interface Command {

    /** The payload's name on the topic, for example SubmitAnswer. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** Asks to open an interview. */
    record StartSession(
            Optional<String> candidateId,
            Optional<Personal> candidateName,
            String jobTitle,
            Optional<Personal> jobDescription,
            Optional<Personal> cv,
            String interviewKind,
            String language,
            int questionCount,
            boolean recruitment,
            Optional<String> candidateRegion,
            Optional<String> employerRegion,
            boolean adaptive,
            Optional<String> bankId,
            List<String> askedBefore)
            implements Command {
        public StartSession {
            askedBefore = List.copyOf(askedBefore);
        }
    }

    /** The candidate's choice: with video, or the equal path without. */
    record GiveConsent(boolean video, String textVersion) implements Command {}

    /** Stops all processing of frames. */
    record WithdrawConsent() implements Command {}

    /** An answer to the current question; with a transcript when it was spoken. */
    record SubmitAnswer(String questionId, Personal answer, Duration duration, Optional<Transcript> transcript)
            implements Command {}

    /** Skips the current question. */
    record SkipQuestion(String questionId) implements Command {}

    /** Pauses. */
    record PauseSession() implements Command {}

    /** Goes on after a pause. */
    record ResumeSession() implements Command {}

    /** Ends the interview as done. */
    record CompleteSession() implements Command {}

    /** Ends the interview without result. */
    record CancelSession() implements Command {}

    /** A human's score, 0 to 10, beside the machine's. */
    record OverrideScore(String questionId, double overall, Personal reason) implements Command {}

    /** What a human says an answer is; no score changes. */
    record LabelAnswer(String questionId, AnswerLabel label, Optional<Personal> note) implements Command {}

    /** Erases personal content by destroying the session's key. */
    record EraseSession() implements Command {}

    /** Sent by timers: expire, unless something happened since. */
    record ExpireIfIdle(Instant idleSince) implements Command {}
}
