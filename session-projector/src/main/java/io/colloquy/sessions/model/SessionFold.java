package io.colloquy.sessions.model;

import io.colloquy.schemas.live.SessionState;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.Policy;
import io.colloquy.sessions.events.Question;
import io.colloquy.sessions.events.RecordedEvent;
import io.colloquy.sessions.model.Progress.Tally;
import io.colloquy.sessions.model.QuestionModel.Answer;
import io.colloquy.sessions.model.QuestionModel.Evaluation;
import io.colloquy.sessions.model.QuestionModel.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Says what an event changes for readers. Pure and total; an event that was folded in before changes nothing. */
public final class SessionFold {
    private SessionFold() {}

    /** The session after one more event; empty as long as it was not started, whatever was refused. */
    public static Optional<SessionModel> fold(Optional<SessionModel> model, RecordedEvent recorded) {
        if (model.isEmpty()) {
            return recorded.event() instanceof Event.SessionStarted started
                    ? Optional.of(opened(recorded, started))
                    : Optional.empty();
        }
        return model.map(it -> recorded.seq() <= it.seq() ? it : next(it, recorded));
    }

    private static SessionModel next(SessionModel model, RecordedEvent recorded) {
        SessionModel changed = apply(model, recorded);
        Progress progress = changed.progress().read(recorded.seq());
        boolean refusal = recorded.event() instanceof Event.CommandRejected;
        SessionModel read = changed.with(refusal ? progress : progress.updated(recorded.occurredAt()));
        return read.erased() ? read.withoutContent() : read;
    }

    private static SessionModel apply(SessionModel model, RecordedEvent recorded) {
        Progress progress = model.progress();
        Instant at = recorded.occurredAt();
        return switch (recorded.event()) {
            case Event.SessionStarted it -> model;
            case Event.ConsentGiven it -> model.with(progress.consent(true, it.video(), recorded.seq()));
            case Event.ConsentWithdrawn it -> model.with(progress.consent(false, false, recorded.seq()));
            case Event.QuestionsPlanned it -> model.planned(Planning.of(it), planned(it.questions()));
            case Event.QuestionAsked it -> model.ask(it.questionId(), at);
            case Event.AnswerAccepted it ->
                model.with(progress.counted(progress.tally().oneAnswered()))
                        .change(it.questionId(), question -> question.answered(answer(it, at)));
            case Event.QuestionSkipped it ->
                model.with(progress.counted(progress.tally().oneSkipped()))
                        .change(it.questionId(), QuestionModel::skipped);
            case Event.SessionPaused it -> model.with(progress.in(SessionState.PAUSED));
            case Event.SessionResumed it -> model.with(progress.in(SessionState.IN_PROGRESS));
            case Event.AnswerScored it ->
                settled(model, it.questionId(), QuestionModel.scored(it.result(), at), Tally::oneScored);
            case Event.NotGradable it ->
                settled(
                        model,
                        it.questionId(),
                        QuestionModel.unscored(Outcome.NOT_GRADABLE, it.reason(), it.message(), at, it.scoredBy()),
                        Tally::oneNotGradable);
            case Event.NeedsHuman it ->
                settled(
                        model,
                        it.questionId(),
                        QuestionModel.unscored(Outcome.NEEDS_HUMAN, it.reason(), null, at, it.scoredBy()),
                        Tally::oneNeedsHuman);
            case Event.ScoreOverridden it ->
                model.change(
                        it.questionId(),
                        question -> question.overridden(
                                new QuestionModel.HumanScore(it.overall(), it.reason(), it.reviewerId(), at)));
            case Event.AnswerLabelled it -> model;
            case Event.SessionCompleted it -> model.with(progress.closed(SessionState.COMPLETED, at));
            case Event.SessionCancelled it -> model.with(progress.closed(SessionState.CANCELLED, at));
            case Event.SessionExpired it -> model.with(progress.closed(SessionState.EXPIRED, at));
            case Event.SessionEvaluated it -> model.with(evaluated(progress, it));
            case Event.SessionErased it -> model.with(progress.closed(SessionState.ERASED, at));
            case Event.CommandRejected it -> model;
        };
    }

    private static SessionModel opened(RecordedEvent recorded, Event.SessionStarted it) {
        Opening opening = new Opening(
                recorded.sessionId(),
                recorded.organisationId(),
                recorded.occurredAt(),
                it.candidateId().orElse(null),
                it.jobTitle(),
                it.interviewKind(),
                it.language(),
                policies(it.policy()),
                new Opening.RubricName(
                        it.rubric().id(), it.rubric().version(), it.rubric().hash()));
        return new SessionModel(
                opening,
                it.candidateName().orElse(null),
                Progress.opened(recorded.seq(), recorded.occurredAt(), it.questionCount()),
                null,
                List.of());
    }

    private static Opening.Policies policies(Policy it) {
        return new Opening.Policies(
                it.emotion().name(),
                it.emotionSetting().name(),
                it.faceSignals(),
                it.recruitment(),
                it.candidateRegion().orElse(null),
                it.employerRegion().orElse(null));
    }

    private static List<QuestionModel> planned(List<Question> questions) {
        List<QuestionModel> planned = new ArrayList<>();
        for (Question question : questions) {
            planned.add(QuestionModel.planned(planned.size() + 1, question));
        }
        return planned;
    }

    private static Answer answer(Event.AnswerAccepted it, Instant at) {
        return new Answer(
                it.answerId(),
                it.answer(),
                at,
                it.duration().toMillis(),
                it.transcript().map(QuestionModel.Heard::of).orElse(null));
    }

    private static SessionModel settled(
            SessionModel model, String questionId, Evaluation evaluation, UnaryOperator<Tally> count) {
        Progress progress = model.progress();
        return model.with(progress.counted(count.apply(progress.tally())))
                .change(questionId, question -> question.settled(evaluation));
    }

    private static Progress evaluated(Progress progress, Event.SessionEvaluated it) {
        Tally tally =
                new Tally(progress.tally().answered(), it.skipped(), it.scored(), it.notGradable(), it.needsHuman());
        return progress.evaluated(
                it.overall().isPresent() ? Double.valueOf(it.overall().getAsDouble()) : null, tally);
    }
}
