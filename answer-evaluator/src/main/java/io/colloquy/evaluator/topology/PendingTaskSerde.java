package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.work.Fallback;
import io.colloquy.evaluator.work.PendingTask;
import io.colloquy.evaluator.work.Task;
import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.SessionEvent;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Pending tasks as bytes: format (1 byte), kind (1), attempt (4), deadline in epoch milliseconds (8), length of the
 * traceparent (2) and its bytes, length of the fallbacks (2) and their bytes (a line each, provider and reason with a tabulator
 * between), then the input in the wire format of its topic, so that a newer version can still read it. Format 1, which has no
 * fallbacks, is read as well.
 */
final class PendingTaskSerde {
    private static final byte WITHOUT_FALLBACKS = 1;
    private static final byte FORMAT = 2;
    private static final byte PLAN = 1;
    private static final byte EVALUATE = 2;
    private static final int HEADER_BYTES = 18;

    private final Serde<SessionEvent> sessionEvents;
    private final Serde<AcceptedAnswer> answers;

    private PendingTaskSerde(EventSerdes serdes) {
        this.sessionEvents = serdes.values(Topics.SESSION_EVENTS);
        this.answers = serdes.values(Topics.ANSWERS);
    }

    static Serde<PendingTask> over(EventSerdes serdes) {
        PendingTaskSerde serde = new PendingTaskSerde(serdes);
        Serializer<PendingTask> serializer = (topic, value) -> value == null ? null : serde.write(value);
        Deserializer<PendingTask> deserializer = (topic, bytes) -> bytes == null ? null : serde.read(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    private byte[] write(PendingTask pending) {
        byte[] trace = pending.traceparent().getBytes(StandardCharsets.UTF_8);
        byte[] fallbacks = text(pending.fallbacks()).getBytes(StandardCharsets.UTF_8);
        byte[] input = input(pending.task());
        return ByteBuffer.allocate(HEADER_BYTES + trace.length + fallbacks.length + input.length)
                .put(FORMAT)
                .put(kind(pending.task()))
                .putInt(pending.attempt())
                .putLong(pending.deadline().toEpochMilli())
                .putShort((short) trace.length)
                .put(trace)
                .putShort((short) fallbacks.length)
                .put(fallbacks)
                .put(input)
                .array();
    }

    private PendingTask read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte format = buffer.get();
        if (format != FORMAT && format != WITHOUT_FALLBACKS) {
            throw new SerializationException(
                    "Expected a pending task of format 1 or 2, but it is %d".formatted(format));
        }
        byte kind = buffer.get();
        int attempt = buffer.getInt();
        Instant deadline = Instant.ofEpochMilli(buffer.getLong());
        String trace = text(buffer, buffer.getShort());
        List<Fallback> fallbacks = format == WITHOUT_FALLBACKS ? List.of() : fallbacks(text(buffer, buffer.getShort()));
        byte[] input = new byte[buffer.remaining()];
        buffer.get(input);
        return new PendingTask(task(kind, input), attempt, deadline, trace, fallbacks);
    }

    private static String text(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String text(List<Fallback> fallbacks) {
        return fallbacks.stream()
                .map(fallback -> fallback.provider() + '\t' + fallback.reason())
                .collect(Collectors.joining("\n"));
    }

    private static List<Fallback> fallbacks(String text) {
        return text.lines()
                .map(line -> line.split("\t", 2))
                .map(parts -> new Fallback(parts[0], parts[1]))
                .toList();
    }

    private static byte kind(Task task) {
        return switch (task) {
            case Task.PlanQuestions plan -> PLAN;
            case Task.EvaluateAnswer evaluate -> EVALUATE;
        };
    }

    private byte[] input(Task task) {
        return switch (task) {
            case Task.PlanQuestions plan ->
                sessionEvents.serializer().serialize(Topics.SESSION_EVENTS.name(), plan.event());
            case Task.EvaluateAnswer evaluate ->
                answers.serializer().serialize(Topics.ANSWERS.name(), evaluate.event());
        };
    }

    private Task task(byte kind, byte[] input) {
        return switch (kind) {
            case PLAN ->
                new Task.PlanQuestions(sessionEvents.deserializer().deserialize(Topics.SESSION_EVENTS.name(), input));
            case EVALUATE -> new Task.EvaluateAnswer(answers.deserializer().deserialize(Topics.ANSWERS.name(), input));
            default ->
                throw new SerializationException(
                        "Expected a pending task of kind 1 or 2, but it is %d".formatted(kind));
        };
    }
}
