package io.colloquy.sessions.readmodel;

import io.colloquy.schemas.live.SessionState;
import io.colloquy.sessions.model.Opening;
import io.colloquy.sessions.model.Progress;
import io.colloquy.sessions.model.Progress.Tally;
import io.colloquy.sessions.model.QuestionModel;
import io.colloquy.sessions.model.SessionModel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of the table of sessions, column by column. */
public record SessionRow(
        UUID sessionId,
        UUID organisationId,
        long seq,
        String state,
        String candidateId,
        String candidateName,
        String jobTitle,
        String interviewKind,
        String language,
        String policyEmotion,
        String policyEmotionSetting,
        boolean policyFaceSignals,
        boolean policyRecruitment,
        String policyCandidateRegion,
        String policyEmployerRegion,
        boolean consentGiven,
        boolean consentVideo,
        long consentSeq,
        String rubricId,
        String rubricVersion,
        String rubricHash,
        Instant startedAt,
        Instant updatedAt,
        Instant completedAt,
        Instant closedAt,
        int totalQuestions,
        int answered,
        int skipped,
        int scored,
        int notGradable,
        int needsHuman,
        boolean evaluated,
        Double overall,
        String plannedBy) {

    static SessionRow of(SessionModel model) {
        Opening opening = model.opening();
        Opening.Policies policies = opening.policies();
        Progress progress = model.progress();
        Tally tally = progress.tally();
        return new SessionRow(
                UUID.fromString(opening.sessionId()),
                UUID.fromString(opening.organisationId()),
                progress.seq(),
                progress.state().name(),
                opening.candidateId(),
                Sealed.write(model.candidateName()),
                opening.jobTitle(),
                opening.interviewKind(),
                opening.language(),
                policies.emotion(),
                policies.emotionSetting(),
                policies.faceSignals(),
                policies.recruitment(),
                policies.candidateRegion(),
                policies.employerRegion(),
                progress.consentGiven(),
                progress.consentVideo(),
                progress.consentSeq(),
                opening.rubric().id(),
                opening.rubric().version(),
                opening.rubric().hash(),
                opening.startedAt(),
                progress.updatedAt(),
                progress.completedAt(),
                progress.closedAt(),
                progress.totalQuestions(),
                tally.answered(),
                tally.skipped(),
                tally.scored(),
                tally.notGradable(),
                tally.needsHuman(),
                progress.evaluated(),
                progress.overall(),
                PlanningColumn.write(model.plannedBy()));
    }

    SessionModel model(List<QuestionModel> questions) {
        return new SessionModel(
                opening(), Sealed.read(candidateName), progress(), PlanningColumn.read(plannedBy), questions);
    }

    private Opening opening() {
        return new Opening(
                sessionId.toString(),
                organisationId.toString(),
                startedAt,
                candidateId,
                jobTitle,
                interviewKind,
                language,
                new Opening.Policies(
                        policyEmotion,
                        policyEmotionSetting,
                        policyFaceSignals,
                        policyRecruitment,
                        policyCandidateRegion,
                        policyEmployerRegion),
                new Opening.RubricName(rubricId, rubricVersion, rubricHash));
    }

    private Progress progress() {
        return new Progress(
                seq,
                SessionState.valueOf(state),
                consentGiven,
                consentVideo,
                consentSeq,
                updatedAt,
                completedAt,
                closedAt,
                totalQuestions,
                new Tally(answered, skipped, scored, notGradable, needsHuman),
                evaluated,
                overall);
    }
}
