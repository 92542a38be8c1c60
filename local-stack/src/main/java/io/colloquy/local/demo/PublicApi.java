package io.colloquy.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * The public REST API as one signed-in user sees it. What may pass (a refused connection, 429, 5xx, a pending command) is
 * tried again for up to {@link #PATIENCE}; commands keep their Idempotency-Key, so that they are done once.
 */
public final class PublicApi {
    /** How long a request is tried again. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final long PAUSE_MS = 300;

    private final HttpClient http;
    private final Target target;
    private final Latencies commandLatencies;
    private volatile String token = "";

    /** @param commandLatencies gets the time of every command, retries included */
    public PublicApi(HttpClient http, Target target, Latencies commandLatencies) {
        this.http = http;
        this.target = target;
        this.commandLatencies = commandLatencies;
    }

    /** Signs in; every later call carries the token. */
    public JsonNode signIn(String email, String password) {
        ObjectNode body = object().put("email", email).put("password", password);
        JsonNode answer = send(request(target.ingest(), "/api/v1/auth/login").POST(json(body)), "to sign in");
        token = answer.path("access_token").asText();
        return answer;
    }

    /** A command: done once however often it is sent; the answer holds the decision. */
    public JsonNode command(String path, ObjectNode body) {
        String key = Ids.next().toString();
        long started = System.nanoTime();
        JsonNode answer = send(
                request(target.ingest(), path).header("Idempotency-Key", key).POST(json(body)), "POST " + path);
        commandLatencies.add(System.nanoTime() - started);
        return answer;
    }

    /** A read from ingest-api. */
    public JsonNode live(String path) {
        return send(request(target.ingest(), path).GET(), "GET " + path);
    }

    /** A read from report-service. */
    public JsonNode read(String path) {
        return send(request(target.reports(), path).GET(), "GET " + path);
    }

    /** A read from report-service as text, for example the report as HTML. */
    public String readText(String path, String mediaType) {
        HttpRequest request = request(target.reports(), path)
                .setHeader("Accept", mediaType)
                .GET()
                .build();
        return insist(request, "GET " + path).body();
    }

    /** An empty JSON object to fill. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private HttpRequest.Builder request(URI base, String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(ObjectNode body) {
        return BodyPublishers.ofString(Json.write(body));
    }

    private JsonNode send(HttpRequest.Builder builder, String what) {
        String body = insist(builder.build(), what).body();
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new DemoException("Expected JSON from %s, but got something else".formatted(what), e);
        }
    }

    private HttpResponse<String> insist(HttpRequest request, String what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<HttpResponse<String>> response = attempt(request);
            int status = response.map(HttpResponse::statusCode).orElse(0);
            if (status >= 200 && status < 300 && status != 202) {
                return response.orElseThrow();
            }
            boolean mayPass = status == 0 || status == 202 || status == 429 || status >= 500;
            if (!mayPass || System.nanoTime() > deadline) {
                throw new DemoException("Expected %s to succeed, but %s"
                        .formatted(
                                what,
                                response.map(answer -> "got " + answer.statusCode() + ": " + detail(answer.body()))
                                        .orElse("nobody answered")));
            }
            pause();
        }
    }

    private Optional<HttpResponse<String>> attempt(HttpRequest request) {
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Expected an answer, but was interrupted", e);
        }
    }

    private static String detail(String body) {
        try {
            return Json.MAPPER.readTree(body).path("detail").asText(body);
        } catch (JsonProcessingException e) {
            return "no problem document";
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Expected to wait, but was interrupted", e);
        }
    }
}
