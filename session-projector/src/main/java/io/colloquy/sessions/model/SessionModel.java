package io.colloquy.sessions.model;

import io.colloquy.schemas.live.SessionState;
import io.colloquy.sessions.events.Personal;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A session as of its last event.
 *
 * @param candidateName sealed; null when not given, and once erased
 * @param questions in order; empty until planned
 */
public record SessionModel(Opening opening, Personal candidateName, Progress progress, List<QuestionModel> questions) {
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

    /** The same with everything sealed left out. */
    public SessionModel withoutContent() {
        return new SessionModel(
                opening,
                null,
                progress,
                questions.stream().map(QuestionModel::withoutContent).toList());
    }

    SessionModel with(Progress newProgress) {
        return new SessionModel(opening, candidateName, newProgress, questions);
    }

    SessionModel with(List<QuestionModel> newQuestions) {
        return new SessionModel(opening, candidateName, progress, newQuestions);
    }

    SessionModel change(String questionId, UnaryOperator<QuestionModel> change) {
        return with(questions.stream()
                .map(it -> it.questionId().equals(questionId) ? change.apply(it) : it)
                .toList());
    }
}
