package io.colloquy.sessions.events;

import io.colloquy.events.SessionEvent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The one place that knows {@link Event} and the generated classes of {@code session-events}. */
public final class EventMapping {
    private EventMapping() {}

    /** What a record of {@code session-events} says. */
    public static RecordedEvent fromAvro(SessionEvent value) {
        return new RecordedEvent(
                value.getEventId(),
                value.getSessionId(),
                value.getOrganisationId(),
                value.getSeq(),
                value.getOccurredAt(),
                Optional.ofNullable(value.getCausationId()),
                value.getCorrelationId(),
                Optional.ofNullable(value.getPrevHash()).map(EventMapping::hex),
                value.getActorId(),
                payloadFromAvro(value.getPayload()));
    }

    /** A record of {@code session-events}. */
    public static SessionEvent toAvro(RecordedEvent recorded) {
        return SessionEvent.newBuilder()
                .setEventId(recorded.eventId())
                .setSessionId(recorded.sessionId())
                .setOrganisationId(recorded.organisationId())
                .setSeq(recorded.seq())
                .setOccurredAt(recorded.occurredAt())
                .setCausationId(recorded.causationId().orElse(null))
                .setCorrelationId(recorded.correlationId())
                .setPrevHash(recorded.previousHash()
                        .map(hash -> ByteBuffer.wrap(HexFormat.of().parseHex(hash)))
                        .orElse(null))
                .setActorId(recorded.actorId())
                .setPayload(payloadToAvro(recorded.event()))
                .build();
    }

    private static Event payloadFromAvro(Object payload) {
        return switch (payload) {
            case io.colloquy.events.SessionStarted it -> started(it);
            case io.colloquy.events.ConsentGiven it -> new Event.ConsentGiven(it.getVideo(), it.getTextVersion());
            case io.colloquy.events.ConsentWithdrawn it -> new Event.ConsentWithdrawn();
            case io.colloquy.events.QuestionsPlanned it ->
                new Event.QuestionsPlanned(
                        it.getQuestions().stream().map(ValueMapping::fromAvro).toList(),
                        it.getPlanner(),
                        it.getBankVersion(),
                        ValueMapping.fromNullable(it.getPlannedBy()));
            case io.colloquy.events.QuestionAsked it ->
                new Event.QuestionAsked(
                        it.getQuestionId(),
                        it.getPosition(),
                        it.getTargetDifficulty() == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(it.getTargetDifficulty()));
            case io.colloquy.events.AnswerAccepted it ->
                new Event.AnswerAccepted(
                        it.getAnswerId(),
                        it.getQuestionId(),
                        ValueMapping.fromAvro(it.getAnswer()),
                        Duration.ofMillis(it.getDurationMs()),
                        ValueMapping.fromNullable(it.getTranscript()));
            case io.colloquy.events.QuestionSkipped it -> new Event.QuestionSkipped(it.getQuestionId());
            case io.colloquy.events.SessionPaused it -> new Event.SessionPaused();
            case io.colloquy.events.SessionResumed it -> new Event.SessionResumed();
            case io.colloquy.events.AnswerScored it ->
                new Event.AnswerScored(it.getAnswerId(), it.getQuestionId(), ValueMapping.fromAvro(it.getResult()));
            case io.colloquy.events.NotGradable it ->
                new Event.NotGradable(
                        it.getAnswerId(),
                        it.getQuestionId(),
                        it.getReason(),
                        it.getMessage(),
                        ValueMapping.fromAvro(it.getScoredBy()));
            case io.colloquy.events.NeedsHuman it ->
                new Event.NeedsHuman(
                        it.getAnswerId(), it.getQuestionId(), it.getReason(), ValueMapping.fromAvro(it.getScoredBy()));
            case io.colloquy.events.ScoreOverridden it ->
                new Event.ScoreOverridden(
                        it.getQuestionId(), it.getOverall(), ValueMapping.fromAvro(it.getReason()), it.getReviewerId());
            case io.colloquy.events.AnswerLabelled it ->
                new Event.AnswerLabelled(
                        it.getQuestionId(),
                        it.getAnswerId(),
                        AnswerLabel.valueOf(it.getLabel().name()),
                        ValueMapping.fromNullable(it.getLabelNote()),
                        it.getLabellerId());
            case io.colloquy.events.SessionCompleted it -> new Event.SessionCompleted();
            case io.colloquy.events.SessionCancelled it -> new Event.SessionCancelled();
            case io.colloquy.events.SessionExpired it -> new Event.SessionExpired(it.getIdleSince());
            case io.colloquy.events.SessionEvaluated it -> evaluated(it);
            case io.colloquy.events.SessionErased it -> new Event.SessionErased();
            case io.colloquy.events.CommandRejected it ->
                new Event.CommandRejected(
                        it.getCommandId(), it.getCommandType(), Rejection.valueOf(it.getRejection()), it.getReason());
            case null, default -> throw unmapped(payload);
        };
    }

    private static Object payloadToAvro(Event event) {
        return switch (event) {
            case Event.SessionStarted it -> started(it);
            case Event.ConsentGiven it -> new io.colloquy.events.ConsentGiven(it.video(), it.textVersion());
            case Event.ConsentWithdrawn it -> new io.colloquy.events.ConsentWithdrawn();
            case Event.QuestionsPlanned it ->
                new io.colloquy.events.QuestionsPlanned(
                        it.questions().stream().map(ValueMapping::toAvro).toList(),
                        it.planner(),
                        it.bankVersion(),
                        ValueMapping.toNullablePlannedBy(it.plannedBy()));
            case Event.QuestionAsked it ->
                new io.colloquy.events.QuestionAsked(
                        it.questionId(),
                        it.position(),
                        it.targetDifficulty().isPresent()
                                ? Integer.valueOf(it.targetDifficulty().getAsInt())
                                : null);
            case Event.AnswerAccepted it ->
                new io.colloquy.events.AnswerAccepted(
                        it.answerId(),
                        it.questionId(),
                        ValueMapping.toAvro(it.answer()),
                        it.duration().toMillis(),
                        ValueMapping.toNullableTranscript(it.transcript()));
            case Event.QuestionSkipped it -> new io.colloquy.events.QuestionSkipped(it.questionId());
            case Event.SessionPaused it -> new io.colloquy.events.SessionPaused();
            case Event.SessionResumed it -> new io.colloquy.events.SessionResumed();
            case Event.AnswerScored it ->
                new io.colloquy.events.AnswerScored(it.answerId(), it.questionId(), ValueMapping.toAvro(it.result()));
            case Event.NotGradable it ->
                new io.colloquy.events.NotGradable(
                        it.answerId(), it.questionId(), it.reason(), it.message(), ValueMapping.toAvro(it.scoredBy()));
            case Event.NeedsHuman it ->
                new io.colloquy.events.NeedsHuman(
                        it.answerId(), it.questionId(), it.reason(), ValueMapping.toAvro(it.scoredBy()));
            case Event.ScoreOverridden it ->
                new io.colloquy.events.ScoreOverridden(
                        it.questionId(), it.overall(), ValueMapping.toAvro(it.reason()), it.reviewerId());
            case Event.AnswerLabelled it ->
                new io.colloquy.events.AnswerLabelled(
                        it.questionId(),
                        it.answerId(),
                        io.colloquy.events.AnswerLabel.valueOf(it.label().name()),
                        it.labellerId(),
                        ValueMapping.toNullable(it.note()));
            case Event.SessionCompleted it -> new io.colloquy.events.SessionCompleted();
            case Event.SessionCancelled it -> new io.colloquy.events.SessionCancelled();
            case Event.SessionExpired it -> new io.colloquy.events.SessionExpired(it.idleSince());
            case Event.SessionEvaluated it -> evaluated(it);
            case Event.SessionErased it -> new io.colloquy.events.SessionErased();
            case Event.CommandRejected it ->
                new io.colloquy.events.CommandRejected(
                        it.commandId(), it.commandType(), it.rejection().name(), it.reason());
        };
    }

    private static Event started(io.colloquy.events.SessionStarted it) {
        return new Event.SessionStarted(
                Optional.ofNullable(it.getCandidateId()),
                ValueMapping.fromNullable(it.getCandidateName()),
                it.getJobTitle(),
                ValueMapping.fromNullable(it.getJobDescription()),
                ValueMapping.fromNullable(it.getCv()),
                it.getInterviewKind(),
                it.getLanguage(),
                it.getQuestionCount(),
                ValueMapping.fromAvro(it.getPolicy()),
                ValueMapping.fromAvro(it.getRubric()),
                it.getProviderChain(),
                Duration.ofMillis(it.getIdleTimeoutMs()),
                it.getPlanningChain(),
                it.getAdaptive(),
                Optional.ofNullable(it.getBank()).map(bank -> new BankReference(bank.getBankId(), bank.getVersion())),
                it.getAskedBefore(),
                Optional.ofNullable(it.getMissingBank()));
    }

    private static io.colloquy.events.SessionStarted started(Event.SessionStarted it) {
        return new io.colloquy.events.SessionStarted(
                it.candidateId().orElse(null),
                ValueMapping.toNullable(it.candidateName()),
                it.jobTitle(),
                ValueMapping.toNullable(it.jobDescription()),
                ValueMapping.toNullable(it.cv()),
                it.interviewKind(),
                it.language(),
                it.questionCount(),
                ValueMapping.toAvro(it.policy()),
                ValueMapping.toAvro(it.rubric()),
                it.providerChain(),
                it.idleTimeout().toMillis(),
                it.planningChain(),
                it.adaptive(),
                it.bank()
                        .map(bank -> new io.colloquy.events.BankReference(bank.bankId(), bank.version()))
                        .orElse(null),
                it.askedBefore(),
                it.missingBank().orElse(null));
    }

    private static Event evaluated(io.colloquy.events.SessionEvaluated it) {
        return new Event.SessionEvaluated(
                it.getOverall() == null ? OptionalDouble.empty() : OptionalDouble.of(it.getOverall()),
                it.getScored(),
                it.getNotGradable(),
                it.getNeedsHuman(),
                it.getSkipped());
    }

    private static io.colloquy.events.SessionEvaluated evaluated(Event.SessionEvaluated it) {
        return new io.colloquy.events.SessionEvaluated(
                it.overall().isPresent() ? Double.valueOf(it.overall().getAsDouble()) : null,
                it.scored(),
                it.notGradable(),
                it.needsHuman(),
                it.skipped());
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }

    private static IllegalArgumentException unmapped(Object payload) {
        return new IllegalArgumentException("Expected a payload of session-events, but got '%s'"
                .formatted(payload == null ? null : payload.getClass().getSimpleName()));
    }
}
