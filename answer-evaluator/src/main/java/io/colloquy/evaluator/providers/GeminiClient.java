package io.colloquy.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Google's generateContent. Thread-safe. */
final class GeminiClient implements StructuredGeneration {
    private final ProviderHttp http;
    private final ProviderConfig config;
    private final String path;

    GeminiClient(ProviderConfig config, ProviderHttp http) {
        this.config = config;
        this.http = http;
        this.path = "/models/" + URLEncoder.encode(config.model(), StandardCharsets.UTF_8) + ":generateContent";
    }

    @Override
    public Generation generate(GenerationRequest request) throws ProviderException {
        Map<String, String> headers = config.endpoint()
                .key()
                .map(key -> Map.of("x-goog-api-key", key.value()))
                .orElse(Map.of());
        JsonNode reply = http.post(path, headers, body(request));
        StringBuilder text = new StringBuilder();
        reply.path("candidates")
                .path(0)
                .path("content")
                .path("parts")
                .forEach(part -> text.append(part.path("text").asText("")));
        if (text.isEmpty()) {
            throw new ProviderException(
                    ProviderFailure.UNREADABLE, "Expected a candidate with text, but there is none");
        }
        JsonNode usage = reply.path("usageMetadata");
        long input = Tokens.counted(usage.path("promptTokenCount"), request.instructions() + request.input());
        long output = Tokens.counted(usage.path("candidatesTokenCount"), text.toString());
        return new Generation(
                text.toString(),
                reply.path("modelVersion").asText(config.model()),
                Map.of(
                        "temperature", "0",
                        "max_output_tokens", Integer.toString(request.mostTokens()),
                        "response_format", "json_schema"),
                input,
                output,
                config.price().costMicros(input, output));
    }

    private static ObjectNode body(GenerationRequest request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("systemInstruction").putArray("parts").addObject().put("text", request.instructions());
        body.putArray("contents")
                .addObject()
                .put("role", "user")
                .putArray("parts")
                .addObject()
                .put("text", request.input());
        body.putObject("generationConfig")
                .put("temperature", 0)
                .put("maxOutputTokens", request.mostTokens())
                .put("responseMimeType", "application/json")
                .set("responseJsonSchema", request.schema());
        return body;
    }
}
