package io.colloquy.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Speaks the Confluent REST API over HTTP and remembers what cannot change: ids and their schemas. Thread-safe. */
public final class CachedSchemaRegistryClient implements SchemaRegistryClient {
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();

    private record SubjectSchema(String subject, Schema schema) {}

    /** @param base the API's root, for example {@code http://localhost:8085/apis/ccompat/v7} */
    public CachedSchemaRegistryClient(URI base) {
        this.base = base;
    }

    @Override
    public int register(String subject, Schema schema) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        String body = JSON.createObjectNode().put("schema", schema.toString()).toString();
        int id = call("POST", "/subjects/" + encoded(subject) + "/versions", body)
                .get("id")
                .asInt();
        ids.put(key, id);
        schemas.putIfAbsent(id, schema);
        return id;
    }

    @Override
    public Schema getById(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = new Schema.Parser()
                .parse(call("GET", "/schemas/ids/" + id, null).get("schema").asText());
        schemas.put(id, schema);
        return schema;
    }

    @Override
    public void updateCompatibility(String subject, String level) {
        call(
                "PUT",
                "/config/" + encoded(subject),
                JSON.createObjectNode().put("compatibility", level).toString());
    }

    private JsonNode call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Accept", MEDIA_TYPE)
                .header("Content-Type", MEDIA_TYPE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() >= 500) {
            throw new RegistryUnavailableException(
                    "Expected the schema registry at '%s' to answer, but it failed with %d"
                            .formatted(base, response.statusCode()),
                    null);
        }
        JsonNode answer = parsed(response.body());
        if (response.statusCode() >= 400) {
            throw new RestClientException(
                    answer.path("message").asText(),
                    response.statusCode(),
                    answer.path("error_code").asInt());
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RegistryUnavailableException(
                    "Expected the schema registry at '%s' to answer, but it did not".formatted(base), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("Expected to wait for the schema registry, but was interrupted", e);
        }
    }

    private JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new RegistryUnavailableException(
                    "Expected JSON from the schema registry at '%s', but got something else".formatted(base), e);
        }
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }
}
