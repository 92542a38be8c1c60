package io.colloquy.ingest.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.ingest.frames.FrameMessage;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.json.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** What a client says in JSON. */
public sealed interface ClientMessage {

    /** Names the page load; comes first. */
    record Hello(UUID stream) implements ClientMessage {}

    /** Asks whether somebody is there. */
    record Ping() implements ClientMessage {}

    /**
     * A frame for clients that have no binary messages.
     *
     * @param stream the one of hello when absent
     * @param seq the next one when absent
     */
    record JsonFrame(Optional<UUID> stream, OptionalLong seq, Instant capturedAt, byte[] jpeg)
            implements ClientMessage {}

    /**
     * Reads a message.
     *
     * @param sessionId that a frame has to be for, if it says so
     * @throws IllegalArgumentException when it is none; reads "Expected …, but …"
     */
    static ClientMessage parse(String text, String sessionId) {
        JsonNode message = tree(text);
        return switch (message.path("type").asText("")) {
            case "hello" ->
                new Hello(stream(message.path("stream"))
                        .orElseThrow(
                                () -> new IllegalArgumentException("Expected a stream in hello, but it is missing")));
            case "ping" -> new Ping();
            case "frame" -> frame(message.path("data"), sessionId);
            default ->
                throw new IllegalArgumentException("Expected type hello, frame or ping, but the message has another");
        };
    }

    private static ClientMessage frame(JsonNode data, String sessionId) {
        if (data.has("session_id") && !sessionId.equals(data.path("session_id").asText())) {
            throw new IllegalArgumentException("Expected a frame of this session, but it names another");
        }
        return new JsonFrame(
                stream(data.path("stream")), seq(data.path("seq")), at(data.path("timestamp")), image(data));
    }

    private static Optional<UUID> stream(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!Ids.isUuid(node.asText())) {
            throw new IllegalArgumentException("Expected stream as a UUID, but it is not");
        }
        return Optional.of(UUID.fromString(node.asText()));
    }

    private static OptionalLong seq(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return OptionalLong.empty();
        }
        if (!node.isIntegralNumber() || node.asLong() < 0 || node.asLong() > FrameMessage.MAX_SEQ) {
            throw new IllegalArgumentException("Expected seq as a whole number from 0, but it is not");
        }
        return OptionalLong.of(node.asLong());
    }

    private static Instant at(JsonNode node) {
        try {
            return node.isNumber() ? Instant.ofEpochMilli(node.asLong()) : Instant.parse(node.asText());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Expected timestamp in ISO-8601 or epoch milliseconds, but it is not", e);
        }
    }

    private static byte[] image(JsonNode data) {
        String text = data.path("image").asText();
        String base64 = text.startsWith("data:") ? text.substring(text.indexOf(',') + 1) : text;
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Expected image in base64, but it is not", e);
        }
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode message = Json.MAPPER.readTree(text);
            if (message.isObject()) {
                return message;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Expected a JSON object, but it is not JSON", e);
        }
        throw new IllegalArgumentException("Expected a JSON object, but it is something else");
    }
}
