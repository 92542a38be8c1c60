package io.colloquy.sessions.model;

import io.colloquy.schemas.live.SessionState;
import io.colloquy.sessions.events.Personal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A session as of its last event.
 *
 * @param candidateName sealed; null when not given, and once erased
 * @param plannedBy null until planned
 * @param questions in the order asked, then in the order of the plan; empty until planned. What stands behind the total number
 *     of questions is in reserve
 */
public record SessionModel(
        Opening opening, Personal candidateName, Progress progress, Planning plannedBy, List<QuestionModel> questions) {
    public SessionModel {
        questions = List.copyOf(questions);
    }

    /** Of the last event folded in. */
    public long seq() {
        return progress.seq();
    }

    /** Whether its personal content is gone. */
    public boolean erased() {
        return progress.state() == SessionState.ERASED;
    }

    /** Whether a question is only there to be asked in another's place. */
    public boolean isReserve(QuestionModel question) {
        return question.state() == QuestionModel.State.PLANNED && question.position() > progress.totalQuestions();
    }

    /** The same with everything sealed left out. */
    public SessionModel withoutContent() {
        return new SessionModel(
                opening,
                null,
                progress,
                plannedBy,
                questions.stream().map(QuestionModel::withoutContent).toList());
    }

    SessionModel with(Progress newProgress) {
        return new SessionModel(opening, candidateName, newProgress, plannedBy, questions);
    }

    SessionModel with(List<QuestionModel> newQuestions) {
        return new SessionModel(opening, candidateName, progress, plannedBy, newQuestions);
    }

    SessionModel planned(Planning by, List<QuestionModel> plan) {
        return new SessionModel(opening, candidateName, progress.planned(plan.size()), by, plan);
    }

    /** A question takes its place in the order asked; those that were not asked yet follow in the order of the plan. */
    SessionModel ask(String questionId, Instant at) {
        List<QuestionModel> ordered = new ArrayList<>();
        questions.stream()
                .filter(it -> it.state() != QuestionModel.State.PLANNED)
                .forEach(ordered::add);
        questions.stream()
                .filter(it -> it.state() == QuestionModel.State.PLANNED)
                .filter(it -> it.questionId().equals(questionId))
                .map(it -> it.asked(at))
                .forEach(ordered::add);
        questions.stream()
                .filter(it -> it.state() == QuestionModel.State.PLANNED)
                .filter(it -> !it.questionId().equals(questionId))
                .forEach(ordered::add);
        return with(IntStream.range(0, ordered.size())
                .mapToObj(i -> ordered.get(i).at(i + 1))
                .toList());
    }

    SessionModel change(String questionId, UnaryOperator<QuestionModel> change) {
        return with(questions.stream()
                .map(it -> it.questionId().equals(questionId) ? change.apply(it) : it)
                .toList());
    }
}
