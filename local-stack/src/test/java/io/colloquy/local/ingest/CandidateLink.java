package io.colloquy.local.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.ingest.frames.FrameMessage;
import io.colloquy.platform.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A page's live link: keeps everything that the server said. */
final class CandidateLink implements WebSocket.Listener, AutoCloseable {
    static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};

    private final StringBuilder partial = new StringBuilder();
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private WebSocket socket;

    static CandidateLink open(int port, String session, String ticket) {
        return open(port, session, ticket, null);
    }

    static CandidateLink open(int port, String session, String ticket, String origin) {
        CandidateLink link = new CandidateLink();
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        link.socket = builder.buildAsync(
                        URI.create("ws://localhost:%d/ws/interviews/%s?ticket=%s".formatted(port, session, ticket)),
                        link)
                .join();
        return link;
    }

    static String ticket(Caller caller, String session) {
        Caller.Reply reply = caller.post("/api/v1/interviews/" + session + "/socket-ticket", Map.of());
        if (reply.status() != 200) {
            throw new AssertionError("Expected a ticket, but got " + reply.body());
        }
        return reply.body().get("ticket").asText();
    }

    CandidateLink hello(UUID stream) {
        say(Map.of("type", "hello", "stream", stream.toString()));
        return this;
    }

    void say(Object message) {
        socket.sendText(message instanceof String text ? text : Json.write(message), true)
                .join();
    }

    void frame(UUID stream, long seq, byte[] jpeg) {
        send(new FrameMessage(stream, seq, Instant.now(), jpeg).encode());
    }

    void send(ByteBuffer message) {
        socket.sendBinary(message, true).join();
    }

    /** Without waiting: the server may close before it has read all of it. */
    void push(ByteBuffer message) {
        var ignored = socket.sendBinary(message, true);
    }

    List<JsonNode> messages(String type) {
        return messages.stream()
                .filter(message -> message.get("type").asText().equals(type))
                .toList();
    }

    boolean heard(String type, Predicate<JsonNode> wanted) {
        return messages(type).stream().anyMatch(wanted);
    }

    boolean acknowledged(long seq) {
        return heard("ack", ack -> ack.get("seq").asLong() >= seq);
    }

    CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                messages.add(Json.MAPPER.readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
