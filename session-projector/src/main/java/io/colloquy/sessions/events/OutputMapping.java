package io.colloquy.sessions.events;

import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.AnswerToEvaluate;
import io.colloquy.events.SessionCommand;
import io.colloquy.platform.ids.Ids;
import java.time.Instant;
import java.util.List;

/** What the decider writes beside {@code session-events}: answers to evaluate, and what timers ask for. */
public final class OutputMapping {
    private static final String SYSTEM = "system";

    private OutputMapping() {}

    /** An accepted answer with all that its evaluation needs, so that the evaluator joins nothing. */
    public static AcceptedAnswer answer(
            RecordedEvent recorded,
            Event.AnswerAccepted accepted,
            Question question,
            Rubric rubric,
            String jobTitle,
            String language,
            List<String> providerChain) {
        return AcceptedAnswer.newBuilder()
                .setEventId(accepted.answerId())
                .setSessionId(recorded.sessionId())
                .setOrganisationId(recorded.organisationId())
                .setSeq(0)
                .setOccurredAt(recorded.occurredAt())
                .setCausationId(recorded.eventId())
                .setCorrelationId(recorded.correlationId())
                .setPayload(new AnswerToEvaluate(
                        accepted.answerId(),
                        ValueMapping.toAvro(question),
                        ValueMapping.toAvro(accepted.answer()),
                        ValueMapping.toAvro(rubric),
                        jobTitle,
                        language,
                        providerChain,
                        ValueMapping.toNullableTranscript(accepted.transcript())))
                .build();
    }

    /** A timer's request; the same one for the same silence, so that asking twice changes nothing. */
    public static SessionCommand expireIfIdle(String sessionId, String organisationId, Instant idleSince, Instant now) {
        String id = Ids.named("expire:" + sessionId + ":" + idleSince.toEpochMilli())
                .toString();
        return SessionCommand.newBuilder()
                .setEventId(id)
                .setSessionId(sessionId)
                .setOrganisationId(organisationId)
                .setSeq(0)
                .setOccurredAt(now)
                .setCorrelationId(id)
                .setActorId(SYSTEM)
                .setActorRole(SYSTEM)
                .setPayload(new io.colloquy.events.ExpireIfIdle(idleSince))
                .build();
    }
}
