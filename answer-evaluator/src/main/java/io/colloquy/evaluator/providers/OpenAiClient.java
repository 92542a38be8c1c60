package io.colloquy.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Chat completions as OpenAI defined them. Servers differ in what they take: with status 400 or 422 the next dialect is tried,
 * and the one that worked is spoken from then on. Thread-safe.
 */
final class OpenAiClient implements StructuredGeneration {
    private final ProviderHttp http;
    private final ProviderConfig config;
    private final AtomicReference<Dialect> spoken = new AtomicReference<>(Dialect.SCHEMA);

    OpenAiClient(ProviderConfig config, ProviderHttp http) {
        this.config = config;
        this.http = http;
    }

    /** What a server takes, from the most to the least. */
    private enum Dialect {
        /** Schema, temperature and the older name of the limit: vLLM, Ollama, LM Studio, OpenAI's older models. */
        SCHEMA(true, true, "max_tokens"),
        /** Schema and the newer name of the limit, no temperature: OpenAI's reasoning models. */
        REASONING(true, false, "max_completion_tokens"),
        /** No schema; the instructions ask for JSON all the same. */
        PLAIN(false, true, "max_tokens");

        private final boolean schema;
        private final boolean temperature;
        private final String limit;

        Dialect(boolean schema, boolean temperature, String limit) {
            this.schema = schema;
            this.temperature = temperature;
            this.limit = limit;
        }
    }

    @Override
    public Generation generate(GenerationRequest request) throws ProviderException {
        Dialect first = spoken.get();
        ProviderException refusal = null;
        for (Dialect dialect : Dialect.values()) {
            if (dialect.compareTo(first) >= 0) {
                try {
                    Generation generation = generate(request, dialect);
                    spoken.set(dialect);
                    return generation;
                } catch (ProviderException e) {
                    if (e.failure() != ProviderFailure.REFUSED) {
                        throw e;
                    }
                    refusal = e;
                }
            }
        }
        throw refusal;
    }

    private Generation generate(GenerationRequest request, Dialect dialect) throws ProviderException {
        Map<String, String> headers = config.endpoint()
                .key()
                .map(key -> Map.of("Authorization", "Bearer " + key.value()))
                .orElse(Map.of());
        JsonNode reply = http.post("/chat/completions", headers, body(request, dialect));
        JsonNode content = reply.path("choices").path(0).path("message").path("content");
        if (!content.isTextual()) {
            throw new ProviderException(
                    ProviderFailure.UNREADABLE, "Expected a message with content, but there is none");
        }
        String text = content.textValue();
        JsonNode usage = reply.path("usage");
        long input = Tokens.counted(usage.path("prompt_tokens"), request.instructions() + request.input());
        long output = Tokens.counted(usage.path("completion_tokens"), text);
        return new Generation(
                text,
                reply.path("model").asText(config.model()),
                parameters(request, dialect),
                input,
                output,
                config.price().costMicros(input, output));
    }

    private ObjectNode body(GenerationRequest request, Dialect dialect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", config.model());
        body.putArray("messages").add(message("system", request.instructions())).add(message("user", request.input()));
        body.put(dialect.limit, request.mostTokens());
        if (dialect.temperature) {
            body.put("temperature", 0);
        }
        if (dialect.schema) {
            ObjectNode schema =
                    body.putObject("response_format").put("type", "json_schema").putObject("json_schema");
            schema.put("name", "reply").put("strict", true).set("schema", request.schema());
        }
        return body;
    }

    private static ObjectNode message(String role, String content) {
        return JsonNodeFactory.instance.objectNode().put("role", role).put("content", content);
    }

    private static Map<String, String> parameters(GenerationRequest request, Dialect dialect) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(dialect.limit, Integer.toString(request.mostTokens()));
        parameters.put("response_format", dialect.schema ? "json_schema" : "none");
        if (dialect.temperature) {
            parameters.put("temperature", "0");
        }
        return parameters;
    }
}
