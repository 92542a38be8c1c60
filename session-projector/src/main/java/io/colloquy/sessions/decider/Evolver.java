package io.colloquy.sessions.decider;

import io.colloquy.sessions.decider.Progress.Outcome;
import io.colloquy.sessions.decider.Progress.Status;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.RecordedEvent;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** Says what a session is after an event. Pure and total: whatever was decided is applied, nothing is judged again. */
public final class Evolver {
    private Evolver() {}

    /** The state after one more event. */
    public static SessionState evolve(SessionState state, RecordedEvent recorded) {
        Draft draft = new Draft(state);
        apply(draft, recorded);
        draft.seq = recorded.seq();
        draft.latest = recorded.occurredAt();
        if (Activity.isActivity(recorded.event())) {
            draft.active = recorded.occurredAt();
        }
        draft.recentInputs = RecentInputs.with(state.recentInputs(), recorded.causationId());
        return Stubs.shrunk(draft.state());
    }

    /** The state after a whole history. */
    public static SessionState fold(Iterable<RecordedEvent> history) {
        SessionState state = SessionState.UNKNOWN;
        for (RecordedEvent recorded : history) {
            state = evolve(state, recorded);
        }
        return state;
    }

    private static void apply(Draft draft, RecordedEvent recorded) {
        switch (recorded.event()) {
            case Event.SessionStarted it -> start(draft, recorded, it);
            case Event.ConsentGiven it -> draft.consent = it.video() ? Consent.WITH_VIDEO : Consent.WITHOUT_VIDEO;
            case Event.ConsentWithdrawn it -> draft.consent = Consent.WITHDRAWN;
            case Event.QuestionsPlanned it -> plan(draft, it);
            case Event.QuestionAsked it -> ask(draft, it);
            case Event.AnswerAccepted it ->
                finish(draft, it.questionId(), progress -> progress.answered(it.answerId()));
            case Event.QuestionSkipped it -> finish(draft, it.questionId(), progress -> progress.with(Status.SKIPPED));
            case Event.SessionPaused it -> draft.stage = Stage.PAUSED;
            case Event.SessionResumed it -> draft.stage = Stage.IN_PROGRESS;
            case Event.AnswerScored it ->
                settle(
                        draft,
                        it.questionId(),
                        Outcome.SCORED,
                        OptionalDouble.of(it.result().overall()));
            case Event.NotGradable it -> settle(draft, it.questionId(), Outcome.NOT_GRADABLE, OptionalDouble.empty());
            case Event.NeedsHuman it -> settle(draft, it.questionId(), Outcome.NEEDS_HUMAN, OptionalDouble.empty());
            case Event.ScoreOverridden it -> {}
            case Event.AnswerLabelled it -> {}
            case Event.SessionCompleted it -> draft.stage = Stage.COMPLETED;
            case Event.SessionCancelled it -> draft.stage = Stage.CANCELLED;
            case Event.SessionExpired it -> draft.stage = Stage.EXPIRED;
            case Event.SessionEvaluated it -> draft.evaluated = true;
            case Event.SessionErased it -> draft.stage = Stage.ERASED;
            case Event.CommandRejected it -> {}
        }
    }

    private static void start(Draft draft, RecordedEvent recorded, Event.SessionStarted it) {
        draft.stage = Stage.PLANNING;
        draft.organisationId = Optional.of(recorded.organisationId());
        draft.candidateId = it.candidateId();
        draft.setup = Optional.of(new Setup(
                it.jobTitle(),
                it.language(),
                it.rubric(),
                it.providerChain(),
                it.idleTimeout(),
                it.questionCount(),
                it.adaptive()));
    }

    private static void plan(Draft draft, Event.QuestionsPlanned it) {
        draft.stage = Stage.IN_PROGRESS;
        draft.questions = it.questions();
        draft.progress = it.questions().stream()
                .map(question -> Progress.planned(question.questionId(), question.weight()))
                .toList();
    }

    private static void ask(Draft draft, Event.QuestionAsked it) {
        draft.current = Optional.of(it.questionId());
        update(draft, it.questionId(), progress -> progress.with(Status.ASKED));
    }

    private static void finish(Draft draft, String questionId, UnaryOperator<Progress> change) {
        draft.current = Optional.empty();
        update(draft, questionId, change);
    }

    private static void settle(Draft draft, String questionId, Outcome said, OptionalDouble score) {
        update(draft, questionId, progress -> progress.settled(said, score));
    }

    private static void update(Draft draft, String questionId, UnaryOperator<Progress> change) {
        draft.progress = draft.progress.stream()
                .map(it -> it.questionId().equals(questionId) ? change.apply(it) : it)
                .toList();
    }
}
