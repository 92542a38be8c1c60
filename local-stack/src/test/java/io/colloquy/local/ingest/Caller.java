package io.colloquy.local.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Somebody at the door: keeps cookies as a browser does, and the access token as a page does. */
final class Caller {
    private final URI door;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";

    Caller(int port) {
        this.door = URI.create("http://localhost:" + port);
    }

    record Reply(int status, JsonNode body, HttpResponse<String> response) {}

    Caller signedIn(String email) {
        Reply reply = post("/api/v1/auth/login", Map.of("email", email, "password", IngestStage.PASSWORD));
        if (reply.status() != 200) {
            throw new AssertionError("Expected to sign in, but got " + reply.body());
        }
        token = reply.body().get("access_token").asText();
        return this;
    }

    Caller withToken(String other) {
        token = other;
        return this;
    }

    String token() {
        return token;
    }

    HttpClient http() {
        return http;
    }

    CookieManager cookies() {
        return cookies;
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, Object body, String... headers) {
        String json = body instanceof String text ? text : Json.write(body);
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    Reply put(String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path).PUT(BodyPublishers.ofString(Json.write(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    Reply postBytes(String path, byte[] body, String... headers) {
        return send(request(path).POST(BodyPublishers.ofByteArray(body)).headers(headers));
    }

    /** Starts an interview and returns its id. */
    String start() {
        Reply reply = post("/api/v1/interviews/start", Map.of("job_title", "Backend engineer", "recruitment", false));
        if (reply.status() != 201) {
            throw new AssertionError("Expected to start, but got " + reply.body());
        }
        return reply.body().get("session_id").asText();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(door.resolve(path));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Reply(response.statusCode(), json ? Json.MAPPER.readTree(response.body()) : null, response);
        } catch (IOException e) {
            throw new AssertionError("Expected an answer, but got none", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Expected an answer, but was interrupted", e);
        }
    }
}
