package io.colloquy.sessions.topology;

import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.SessionCommand;
import io.colloquy.events.SessionEvent;
import io.colloquy.schemas.Topic;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventHeaders;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.decider.SessionState;
import io.colloquy.sessions.decider.Setup;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.OutputMapping;
import io.colloquy.sessions.events.RecordedEvent;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Forwards to the sinks, always with headers of its own: Kafka Streams would keep those of the input. */
final class Outputs {
    private final ProcessorContext<String, byte[]> context;
    private final Serializer<SessionEvent> events;
    private final Serializer<AcceptedAnswer> answers;
    private final Serializer<SessionCommand> commands;

    Outputs(ProcessorContext<String, byte[]> context, EventSerdes serdes) {
        this.context = context;
        this.events = serdes.serializer(Topics.SESSION_EVENTS);
        this.answers = serdes.serializer(Topics.ANSWERS);
        this.commands = serdes.serializer(Topics.SESSION_COMMANDS);
    }

    /** The bytes that {@code session-events} will hold. */
    byte[] bytes(SessionEvent event) {
        return events.serialize(Topics.SESSION_EVENTS.name(), event);
    }

    void event(RecordedEvent recorded, byte[] bytes, String traceparent) {
        forward(
                SessionTopology.EVENTS_SINK,
                recorded.sessionId(),
                bytes,
                new EventHeaders(
                        recorded.eventId(),
                        recorded.event().type(),
                        SessionTopology.SERVICE,
                        recorded.occurredAt(),
                        traceparent));
    }

    void answer(RecordedEvent recorded, Event.AnswerAccepted accepted, SessionState session, String traceparent) {
        Setup setup = session.setup().orElseThrow();
        AcceptedAnswer value = OutputMapping.answer(
                recorded,
                accepted,
                session.question(accepted.questionId()).orElseThrow(),
                setup.rubric(),
                setup.jobTitle(),
                setup.language(),
                setup.providerChain());
        forward(
                SessionTopology.ANSWERS_SINK,
                recorded.sessionId(),
                serialized(Topics.ANSWERS, answers, value),
                headers(value.getEventId(), value.getPayload(), value.getOccurredAt(), traceparent));
    }

    void expireIfIdle(IdleWatch.Silence silence, Instant now) {
        SessionCommand value =
                OutputMapping.expireIfIdle(silence.sessionId(), silence.organisationId(), silence.since(), now);
        forward(
                SessionTopology.COMMANDS_SINK,
                silence.sessionId(),
                serialized(Topics.SESSION_COMMANDS, commands, value),
                headers(value.getEventId(), value.getPayload(), now, EventHeaders.newTraceparent()));
    }

    private static <V extends SpecificRecord> byte[] serialized(Topic<V> topic, Serializer<V> serializer, V value) {
        return serializer.serialize(topic.name(), value);
    }

    private static EventHeaders headers(String id, Object payload, Instant time, String traceparent) {
        return new EventHeaders(id, payload.getClass().getSimpleName(), SessionTopology.SERVICE, time, traceparent);
    }

    private void forward(String sink, String sessionId, byte[] value, EventHeaders headers) {
        context.forward(new Record<>(sessionId, value, headers.time().toEpochMilli(), headers.toHeaders()), sink);
    }
}
