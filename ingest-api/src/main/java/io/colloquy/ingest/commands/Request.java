package io.colloquy.ingest.commands;

import io.colloquy.events.SessionCommand;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.wire.EventHeaders;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/**
 * Who asks what session for something, under which names.
 *
 * @param commandId the command's event_id
 * @param correlationId the request's
 * @param traceparent W3C trace context
 */
public record Request(
        Principal principal, String sessionId, String commandId, String correlationId, String traceparent) {
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /** The request at hand. */
    public static Request of(Context context, Principal principal, String sessionId, String commandId) {
        String traceparent = Optional.ofNullable(context.header("traceparent"))
                .filter(header -> TRACEPARENT.matcher(header).matches())
                .orElseGet(EventHeaders::newTraceparent);
        return new Request(principal, sessionId, commandId, HttpService.correlationId(context), traceparent);
    }

    /** Whose content it may hold. */
    public Subject subject() {
        return new Subject(principal.organisationId(), sessionId);
    }

    /** The command with this payload. */
    SessionCommand command(SpecificRecord payload, Instant now) {
        return SessionCommand.newBuilder()
                .setEventId(commandId)
                .setSessionId(sessionId)
                .setOrganisationId(principal.organisationId())
                .setSeq(0)
                .setOccurredAt(now.truncatedTo(ChronoUnit.MILLIS))
                .setCorrelationId(correlationId)
                .setActorId(principal.userId())
                .setActorRole(principal.role().wireName())
                .setPayload(payload)
                .build();
    }
}
