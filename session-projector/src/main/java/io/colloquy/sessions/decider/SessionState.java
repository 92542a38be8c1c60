package io.colloquy.sessions.decider;

import io.colloquy.sessions.events.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session as the fold of its events; no personal content. Once nothing can follow that needs it, set-up and questions are
 * dropped and a stub remains that still knows whom to refuse.
 *
 * @param organisationId empty before the start
 * @param candidateId the only user who may answer; empty when the start named none
 * @param seq of the last event; 0 when there is none
 * @param setup empty before the start and in a stub
 * @param questions as planned, reserves behind those to be asked; empty before the plan and in a stub
 * @param progress one per planned question, in the order of the plan; in a stub without reserves that were not asked
 * @param current the question that waits for an answer
 * @param evaluated whether the report is final
 * @param active when the candidate last did something
 * @param latest time of the last event
 * @param recentInputs ids of the last inputs that led to events, oldest first
 */
public record SessionState(
        Stage stage,
        Optional<String> organisationId,
        Optional<String> candidateId,
        long seq,
        Optional<Setup> setup,
        Consent consent,
        List<Question> questions,
        List<Progress> progress,
        Optional<String> current,
        boolean evaluated,
        Instant active,
        Instant latest,
        List<String> recentInputs) {

    /** How many inputs are remembered: more than a client can have in flight, less than would burden the store. */
    public static final int REMEMBERED_INPUTS = 256;

    /** Of a session that nobody has started. */
    public static final SessionState UNKNOWN = new SessionState(
            Stage.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Consent.UNDECIDED,
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            Instant.EPOCH,
            Instant.EPOCH,
            List.of());

    public SessionState {
        questions = List.copyOf(questions);
        progress = List.copyOf(progress);
        recentInputs = List.copyOf(recentInputs);
    }

    /** When the session expires unless something happens; empty when it cannot. */
    public Optional<Instant> idleDeadline() {
        return stage.isOpen() ? setup.map(it -> active.plus(it.idleTimeout())) : Optional.empty();
    }

    /** A planned question with all its content, while the session is not settled. */
    public Optional<Question> question(String questionId) {
        return questions.stream()
                .filter(it -> it.questionId().equals(questionId))
                .findFirst();
    }

    Optional<Progress> progressOf(String questionId) {
        return progress.stream()
                .filter(it -> it.questionId().equals(questionId))
                .findFirst();
    }

    /** How many questions were asked. */
    int asked() {
        return (int) progress.stream()
                .filter(it -> it.status() != Progress.Status.PLANNED)
                .count();
    }

    /** How many questions are asked in the end; what is planned beyond is a reserve. */
    int toBeAsked() {
        return setup.map(Setup::questionCount)
                .filter(count -> count > 0)
                .map(count -> Math.min(count, progress.size()))
                .orElse(progress.size());
    }

    /** The progress of the questions that count: those asked, and those that would have been, in the order of the plan. */
    List<Progress> counted() {
        long notReached = (long) toBeAsked() - asked();
        List<Progress> counted = new ArrayList<>();
        for (Progress each : progress) {
            if (each.status() != Progress.Status.PLANNED || notReached-- > 0) {
                counted.add(each);
            }
        }
        return counted;
    }
}
