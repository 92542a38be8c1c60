package io.colloquy.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Embeddings as OpenAI defined them: OpenAI, vLLM, Ollama, LM Studio, LocalAI, text-embeddings-inference. Thread-safe. */
final class OpenAiEmbeddings implements Embeddings {
    /** A hundred vectors of 3,072 numbers as text. */
    static final int MOST_BYTES = 4 << 20;

    static final int MOST_NUMBERS = 8_192;

    private static final int FEWEST_NUMBERS = 2;
    private static final int LONGEST_NAME = 100;

    private final ProviderHttp http;
    private final EmbeddingsConfig config;

    OpenAiEmbeddings(EmbeddingsConfig config, ProviderHttp http) {
        this.config = config;
        this.http = http;
    }

    @Override
    public Embedded embed(List<String> texts) throws ProviderException {
        Map<String, String> headers = config.endpoint()
                .key()
                .map(key -> Map.of("Authorization", "Bearer " + key.value()))
                .orElse(Map.of());
        JsonNode reply = http.post("/embeddings", headers, body(texts), MOST_BYTES);
        List<Vector> vectors = vectors(reply.path("data"), texts.size());
        long tokens = Tokens.counted(reply.at("/usage/prompt_tokens"), String.join(" ", texts));
        return new Embedded(vectors, model(reply), tokens, config.costMicros(tokens));
    }

    private ObjectNode body(List<String> texts) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("model", config.endpoint().model())
                .put("encoding_format", "float");
        ArrayNode input = body.putArray("input");
        texts.forEach(input::add);
        return body;
    }

    private String model(JsonNode reply) {
        String said = reply.path("model").asText("").strip();
        return said.isEmpty() || said.length() > LONGEST_NAME
                ? config.endpoint().model()
                : said;
    }

    /** One for each text, put in order by the number that each says it has. */
    private static List<Vector> vectors(JsonNode data, int count) throws ProviderException {
        if (!data.isArray() || data.size() != count) {
            throw unreadable("as many vectors as texts");
        }
        List<Vector> vectors = new ArrayList<>(Collections.nCopies(count, null));
        int dimension = data.path(0).path("embedding").size();
        for (JsonNode item : data) {
            JsonNode index = item.path("index");
            if (!index.isInt() || index.intValue() < 0 || index.intValue() >= count) {
                throw unreadable("the number of a text with each vector");
            }
            vectors.set(index.intValue(), vector(item.path("embedding"), dimension));
        }
        if (vectors.stream().anyMatch(Objects::isNull)) {
            throw unreadable("a vector for each text");
        }
        return vectors;
    }

    private static Vector vector(JsonNode numbers, int dimension) throws ProviderException {
        if (!numbers.isArray()
                || numbers.size() != dimension
                || dimension < FEWEST_NUMBERS
                || dimension > MOST_NUMBERS) {
            throw unreadable("vectors of one dimension within bounds");
        }
        double[] values = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            JsonNode number = numbers.get(i);
            values[i] = number.isNumber() ? number.doubleValue() : Double.NaN;
        }
        try {
            return Vector.of(values);
        } catch (IllegalArgumentException e) {
            throw unreadable("finite numbers, not all of them 0");
        }
    }

    private static ProviderException unreadable(String expected) {
        return new ProviderException(
                ProviderFailure.UNREADABLE, "Expected %s, but there is something else".formatted(expected));
    }
}
