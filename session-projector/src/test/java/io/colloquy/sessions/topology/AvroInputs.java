package io.colloquy.sessions.topology;

import io.colloquy.events.AnswerEvaluated;
import io.colloquy.events.AnswerNotGradable;
import io.colloquy.events.AnswerScored;
import io.colloquy.events.Evaluation;
import io.colloquy.events.EvaluationFailed;
import io.colloquy.events.NeedsHuman;
import io.colloquy.events.NotGradable;
import io.colloquy.events.PlanProposed;
import io.colloquy.events.QuestionPlan;
import io.colloquy.events.QuestionsPlanned;
import io.colloquy.events.SessionCommand;
import io.colloquy.sessions.events.Command;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.EventMapping;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.Input.Origin;
import io.colloquy.sessions.events.Personal;
import io.colloquy.sessions.events.RecordedEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Inputs as their writers would put them on the topics. */
final class AvroInputs {
    private AvroInputs() {}

    static SessionCommand command(Input.CommandReceived input) {
        Origin origin = input.origin();
        return SessionCommand.newBuilder()
                .setEventId(origin.eventId())
                .setSessionId(origin.sessionId())
                .setOrganisationId(origin.organisationId())
                .setSeq(0)
                .setOccurredAt(origin.at())
                .setCorrelationId(origin.correlationId())
                .setActorId(input.actor().id())
                .setActorRole(input.actor().role().name().toLowerCase(Locale.ROOT))
                .setPayload(payload(input.command()))
                .build();
    }

    private static Object payload(Command command) {
        return switch (command) {
            case Command.StartSession it ->
                new io.colloquy.events.StartSession(
                        it.candidateId().orElse(null),
                        it.candidateName().map(AvroInputs::personal).orElse(null),
                        it.jobTitle(),
                        it.jobDescription().map(AvroInputs::personal).orElse(null),
                        it.cv().map(AvroInputs::personal).orElse(null),
                        it.interviewKind(),
                        it.language(),
                        it.questionCount(),
                        it.recruitment(),
                        it.candidateRegion().orElse(null),
                        it.employerRegion().orElse(null),
                        it.adaptive(),
                        it.bankId().orElse(null),
                        it.askedBefore());
            case Command.GiveConsent it -> new io.colloquy.events.GiveConsent(it.video(), it.textVersion());
            case Command.WithdrawConsent it -> new io.colloquy.events.WithdrawConsent();
            case Command.SubmitAnswer it ->
                new io.colloquy.events.SubmitAnswer(
                        it.questionId(), personal(it.answer()), it.duration().toMillis(), null);
            case Command.SkipQuestion it -> new io.colloquy.events.SkipQuestion(it.questionId());
            case Command.PauseSession it -> new io.colloquy.events.PauseSession();
            case Command.ResumeSession it -> new io.colloquy.events.ResumeSession();
            case Command.CompleteSession it -> new io.colloquy.events.CompleteSession();
            case Command.CancelSession it -> new io.colloquy.events.CancelSession();
            case Command.OverrideScore it ->
                new io.colloquy.events.OverrideScore(it.questionId(), it.overall(), personal(it.reason()));
            case Command.LabelAnswer it ->
                new io.colloquy.events.LabelAnswer(
                        it.questionId(),
                        io.colloquy.events.AnswerLabel.valueOf(it.label().name()),
                        it.note().map(AvroInputs::personal).orElse(null));
            case Command.EraseSession it -> new io.colloquy.events.EraseSession();
            case Command.ExpireIfIdle it -> new io.colloquy.events.ExpireIfIdle(it.idleSince());
        };
    }

    static QuestionPlan plan(Input.PlanProposed input) {
        QuestionsPlanned planned = (QuestionsPlanned) avro(input.plan());
        return QuestionPlan.newBuilder()
                .setEventId(input.origin().eventId())
                .setSessionId(input.origin().sessionId())
                .setOrganisationId(input.origin().organisationId())
                .setSeq(0)
                .setOccurredAt(input.origin().at())
                .setCorrelationId(input.origin().correlationId())
                .setPayload(new PlanProposed(
                        planned.getQuestions(), planned.getPlanner(), planned.getBankVersion(), planned.getPlannedBy()))
                .build();
    }

    static Evaluation evaluation(Origin origin, Event outcome) {
        return Evaluation.newBuilder()
                .setEventId(origin.eventId())
                .setSessionId(origin.sessionId())
                .setOrganisationId(origin.organisationId())
                .setSeq(0)
                .setOccurredAt(origin.at())
                .setCorrelationId(origin.correlationId())
                .setPayload(outcome(avro(outcome)))
                .build();
    }

    private static Object outcome(Object payload) {
        return switch (payload) {
            case AnswerScored it -> new AnswerEvaluated(it.getAnswerId(), it.getQuestionId(), it.getResult());
            case NotGradable it ->
                new AnswerNotGradable(
                        it.getAnswerId(), it.getQuestionId(), it.getReason(), it.getMessage(), it.getScoredBy());
            case NeedsHuman it ->
                new EvaluationFailed(it.getAnswerId(), it.getQuestionId(), it.getReason(), it.getScoredBy());
            default -> throw new IllegalArgumentException("Expected an outcome, but got " + payload.getClass());
        };
    }

    /** Borrows the mapping of events for the values inside. */
    private static Object avro(Event event) {
        return EventMapping.toAvro(new RecordedEvent(
                        "", "", "", 0, Instant.EPOCH, Optional.empty(), "", Optional.empty(), "", event))
                .getPayload();
    }

    private static io.colloquy.events.Personal personal(Personal value) {
        return new io.colloquy.events.Personal(value.scheme(), value.keyId(), value.nonce(), value.data());
    }
}
