package io.colloquy.sessions.events;

import io.colloquy.events.AnswerEvaluated;
import io.colloquy.events.AnswerNotGradable;
import io.colloquy.events.Evaluation;
import io.colloquy.events.EvaluationFailed;
import io.colloquy.events.PlanProposed;
import io.colloquy.events.QuestionPlan;
import io.colloquy.events.SessionCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The one place that knows {@link Input} and the generated classes of the topics that inputs come from. */
public final class InputMapping {
    private InputMapping() {}

    /**
     * What a record asks for.
     *
     * @param value of {@code session-commands}, {@code question-plans} or {@code evaluations}
     * @param at the record's timestamp
     */
    public static Input fromAvro(SpecificRecord value, Instant at) {
        return switch (value) {
            case SessionCommand it -> command(it, at);
            case QuestionPlan it -> plan(it, at);
            case Evaluation it -> evaluation(it, at);
            default -> throw unmapped(value);
        };
    }

    private static Input command(SessionCommand it, Instant at) {
        return new Input.CommandReceived(
                new Input.Origin(it.getEventId(), it.getSessionId(), it.getOrganisationId(), it.getCorrelationId(), at),
                new Input.Actor(it.getActorId(), role(it.getActorRole())),
                commandPayload(it.getPayload()));
    }

    private static Command commandPayload(Object payload) {
        return switch (payload) {
            case io.colloquy.events.StartSession it -> start(it);
            case io.colloquy.events.GiveConsent it -> new Command.GiveConsent(it.getVideo(), it.getTextVersion());
            case io.colloquy.events.WithdrawConsent it -> new Command.WithdrawConsent();
            case io.colloquy.events.SubmitAnswer it ->
                new Command.SubmitAnswer(
                        it.getQuestionId(),
                        ValueMapping.fromAvro(it.getAnswer()),
                        Duration.ofMillis(it.getDurationMs()),
                        ValueMapping.fromNullable(it.getTranscript()));
            case io.colloquy.events.SkipQuestion it -> new Command.SkipQuestion(it.getQuestionId());
            case io.colloquy.events.PauseSession it -> new Command.PauseSession();
            case io.colloquy.events.ResumeSession it -> new Command.ResumeSession();
            case io.colloquy.events.CompleteSession it -> new Command.CompleteSession();
            case io.colloquy.events.CancelSession it -> new Command.CancelSession();
            case io.colloquy.events.OverrideScore it ->
                new Command.OverrideScore(it.getQuestionId(), it.getOverall(), ValueMapping.fromAvro(it.getReason()));
            case io.colloquy.events.LabelAnswer it ->
                new Command.LabelAnswer(
                        it.getQuestionId(),
                        AnswerLabel.valueOf(it.getLabel().name()),
                        ValueMapping.fromNullable(it.getLabelNote()));
            case io.colloquy.events.EraseSession it -> new Command.EraseSession();
            case io.colloquy.events.ExpireIfIdle it -> new Command.ExpireIfIdle(it.getIdleSince());
            case null, default -> throw unmapped(payload);
        };
    }

    private static Command start(io.colloquy.events.StartSession it) {
        return new Command.StartSession(
                Optional.ofNullable(it.getCandidateId()),
                ValueMapping.fromNullable(it.getCandidateName()),
                it.getJobTitle(),
                ValueMapping.fromNullable(it.getJobDescription()),
                ValueMapping.fromNullable(it.getCv()),
                it.getInterviewKind(),
                it.getLanguage(),
                it.getQuestionCount(),
                it.getRecruitment(),
                Optional.ofNullable(it.getCandidateRegion()),
                Optional.ofNullable(it.getEmployerRegion()),
                it.getAdaptive(),
                Optional.ofNullable(it.getBankId()),
                it.getAskedBefore());
    }

    private static Input plan(QuestionPlan it, Instant at) {
        Input.Origin origin =
                new Input.Origin(it.getEventId(), it.getSessionId(), it.getOrganisationId(), it.getCorrelationId(), at);
        return switch (it.getPayload()) {
            case PlanProposed plan ->
                new Input.PlanProposed(
                        origin,
                        new Event.QuestionsPlanned(
                                plan.getQuestions().stream()
                                        .map(ValueMapping::fromAvro)
                                        .toList(),
                                plan.getPlanner(),
                                plan.getBankVersion(),
                                ValueMapping.fromNullable(plan.getPlannedBy())));
            case null, default -> throw unmapped(it.getPayload());
        };
    }

    private static Input evaluation(Evaluation it, Instant at) {
        Input.Origin origin =
                new Input.Origin(it.getEventId(), it.getSessionId(), it.getOrganisationId(), it.getCorrelationId(), at);
        return switch (it.getPayload()) {
            case AnswerEvaluated outcome ->
                new Input.AnswerEvaluated(
                        origin,
                        new Event.AnswerScored(
                                outcome.getAnswerId(),
                                outcome.getQuestionId(),
                                ValueMapping.fromAvro(outcome.getResult())));
            case AnswerNotGradable outcome ->
                new Input.AnswerNotGradable(
                        origin,
                        new Event.NotGradable(
                                outcome.getAnswerId(),
                                outcome.getQuestionId(),
                                outcome.getReason(),
                                outcome.getMessage(),
                                ValueMapping.fromAvro(outcome.getScoredBy())));
            case EvaluationFailed outcome ->
                new Input.EvaluationFailed(
                        origin,
                        new Event.NeedsHuman(
                                outcome.getAnswerId(),
                                outcome.getQuestionId(),
                                outcome.getReason(),
                                ValueMapping.fromAvro(outcome.getScoredBy())));
            case null, default -> throw unmapped(it.getPayload());
        };
    }

    private static Input.Role role(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "CANDIDATE" -> Input.Role.CANDIDATE;
            case "INTERVIEWER" -> Input.Role.INTERVIEWER;
            case "ANALYST" -> Input.Role.ANALYST;
            case "ADMIN" -> Input.Role.ADMIN;
            case "SYSTEM" -> Input.Role.SYSTEM;
            default -> Input.Role.UNKNOWN;
        };
    }

    private static IllegalArgumentException unmapped(Object payload) {
        return new IllegalArgumentException("Expected a command, a plan or an evaluation, but got '%s'"
                .formatted(payload == null ? null : payload.getClass().getSimpleName()));
    }
}
