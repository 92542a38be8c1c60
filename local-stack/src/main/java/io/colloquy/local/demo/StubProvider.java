package io.colloquy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks OpenAI's protocol and judges nothing: every dimension gets the same score, with the beginning of the answer as its
 * quote, and says so; asked for a plan it asks what it asks everybody. To see and to measure everything around a model without one. Its name is in every result.
 */
public final class StubProvider implements AutoCloseable {
    /** What it calls its model. */
    public static final String MODEL = "stub-without-judgement";

    private static final double SCORE = 6;
    private static final Pattern ANSWER =
            Pattern.compile("\\[BEGIN (\\w+) answer\\]\\n(.*?)\\n\\[END \\1 answer\\]", Pattern.DOTALL);
    private static final Pattern BEGINNING = Pattern.compile("(?:\\S+\\s+){0,11}\\S+");

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration delay;
    private final AtomicReference<Double> confidence = new AtomicReference<>(0.9);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicLong firstCall = new AtomicLong();

    private StubProvider(Duration delay) throws IOException {
        this.delay = delay;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(executor);
        server.createContext("/v1/chat/completions", this::complete);
        server.createContext("/v1/embeddings", StubEmbeddings::embed);
        server.createContext("/v1/audio/transcriptions", exchange -> StubAudio.transcribe(exchange, confidence));
        server.createContext("/v1/audio/speech", StubAudio::speak);
        server.start();
    }

    /**
     * Starts it on a free port of this machine.
     *
     * @param delay before each answer
     */
    public static StubProvider start(Duration delay) {
        try {
            return new StubProvider(delay);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected a free port for the stub, but there is none", e);
        }
    }

    /** Root of its API. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** How sure it says it is of what it hears; it hears nothing, and says so. */
    public void hearWithConfidence(double share) {
        confidence.set(share);
    }

    /** How many calls it has answered. */
    public int calls() {
        return calls.get();
    }

    /** When its first call came, in epoch milliseconds; 0 before. */
    public long firstCallAt() {
        return firstCall.get();
    }

    private void complete(HttpExchange exchange) throws IOException {
        firstCall.compareAndSet(0, System.currentTimeMillis());
        try (exchange) {
            JsonNode request = Json.MAPPER.readTree(exchange.getRequestBody());
            Thread.sleep(delay);
            byte[] body = Json.write(completion(request)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            calls.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode completion(JsonNode request) {
        String input = request.path("messages").path(1).path("content").asText();
        JsonNode names =
                request.at("/response_format/json_schema/schema/properties/dimensions/items/properties/name/enum");
        ObjectNode completion = Json.MAPPER.createObjectNode().put("model", MODEL);
        completion
                .putArray("choices")
                .addObject()
                .putObject("message")
                .put("role", "assistant")
                .put("content", Json.write(asksForPlan(request) ? StubPlan.of(request) : reply(input, names)));
        completion.putObject("usage").put("prompt_tokens", input.length() / 4).put("completion_tokens", 200);
        return completion;
    }

    private static boolean asksForPlan(JsonNode request) {
        return request.at("/response_format/json_schema/schema/properties/questions")
                .isObject();
    }

    private static ObjectNode reply(String input, JsonNode names) {
        Matcher answer = ANSWER.matcher(input);
        ObjectNode reply = Json.MAPPER.createObjectNode();
        if (!answer.find()) {
            return reply;
        }
        reply.put("block", answer.group(1))
                .put("manipulation", false)
                .put("gradable", true)
                .put("reason", "");
        Matcher beginning = BEGINNING.matcher(answer.group(2));
        String quote = beginning.find() ? beginning.group() : "";
        names.forEach(name -> {
            ObjectNode dimension = reply.withArray("dimensions").addObject();
            dimension.put("name", name.asText()).put("score", SCORE);
            dimension.putArray("evidence").add(quote);
            dimension.put("rationale", "A stub that judges nothing gave this.");
        });
        return reply.put("feedback", "A stub answered in place of a model; this is no judgement of your answer.");
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
