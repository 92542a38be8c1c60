package io.colloquy.sessions.live;

import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.live.SessionSnapshot.ConsentView;
import io.colloquy.schemas.live.SessionSnapshot.CurrentQuestion;
import io.colloquy.schemas.live.SessionSnapshot.PlannedByView;
import io.colloquy.schemas.live.SessionSnapshot.PolicyView;
import io.colloquy.schemas.live.SessionSnapshot.QuestionView;
import io.colloquy.sessions.model.Opening;
import io.colloquy.sessions.model.Planning;
import io.colloquy.sessions.model.Progress;
import io.colloquy.sessions.model.QuestionModel;
import io.colloquy.sessions.model.SessionModel;

/** What everybody may know of a session: no personal content, and of the questions to come not their words. */
final class Snapshots {
    private Snapshots() {}

    static SessionSnapshot of(SessionModel model) {
        Opening opening = model.opening();
        Progress progress = model.progress();
        return new SessionSnapshot(
                progress.seq(),
                opening.sessionId(),
                opening.organisationId(),
                opening.candidateId(),
                progress.state(),
                opening.startedAt(),
                progress.updatedAt(),
                opening.jobTitle(),
                opening.language(),
                new PolicyView(
                        opening.policies().emotion(),
                        opening.policies().faceSignals(),
                        opening.policies().recruitment()),
                new ConsentView(progress.consentGiven(), progress.consentVideo(), progress.consentSeq()),
                progress.totalQuestions(),
                current(model),
                model.questions().stream()
                        .filter(it -> !model.isReserve(it))
                        .map(Snapshots::question)
                        .toList(),
                progress.evaluated(),
                progress.overall(),
                plannedBy(model.plannedBy()));
    }

    private static PlannedByView plannedBy(Planning it) {
        return it == null ? null : new PlannedByView(it.planner(), it.model(), it.version());
    }

    private static CurrentQuestion current(SessionModel model) {
        if (!model.progress().state().open()) {
            return null;
        }
        return model.questions().stream()
                .filter(it -> it.state() == QuestionModel.State.ASKED)
                .findFirst()
                .map(it -> new CurrentQuestion(
                        it.questionId(),
                        it.plan().text(),
                        it.plan().category(),
                        it.plan().kind(),
                        it.position(),
                        it.plan().seconds()))
                .orElse(null);
    }

    private static QuestionView question(QuestionModel it) {
        QuestionModel.Evaluation evaluation = it.evaluation();
        return evaluation == null
                ? new QuestionView(it.questionId(), it.position(), it.state().name(), null, null, null, null)
                : new QuestionView(
                        it.questionId(),
                        it.position(),
                        it.state().name(),
                        evaluation.outcome().name(),
                        evaluation.overall(),
                        evaluation.scoredBy().provider(),
                        evaluation.scoredBy().model());
    }
}
