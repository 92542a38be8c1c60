package io.colloquy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The embeddings of the stub: a text is the bag of its longer words' beginnings, hashed. It knows no meaning, only words that
 * two texts share; enough to see everything around embeddings without a model. Deterministic.
 */
final class StubEmbeddings {
    private static final int DIMENSION = 1_024;
    private static final int PREFIX = 4;
    private static final double FLOOR = 0.01;
    private static final int CHARACTERS_PER_TOKEN = 4;

    private StubEmbeddings() {}

    static void embed(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode input = Json.MAPPER.readTree(exchange.getRequestBody()).path("input");
            byte[] body = Json.write(reply(input)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    static ObjectNode reply(JsonNode input) {
        ObjectNode reply = Json.MAPPER.createObjectNode().put("object", "list").put("model", StubProvider.MODEL);
        ArrayNode data = reply.putArray("data");
        int characters = 0;
        for (int i = 0; i < input.size(); i++) {
            String text = input.get(i).asText();
            characters += text.length();
            ArrayNode numbers = data.addObject().put("index", i).putArray("embedding");
            for (double number : vector(text)) {
                numbers.add(number);
            }
        }
        reply.putObject("usage").put("prompt_tokens", characters / CHARACTERS_PER_TOKEN);
        return reply;
    }

    private static double[] vector(String text) {
        double[] vector = new double[DIMENSION];
        vector[0] = FLOOR;
        for (String word : text.toLowerCase(Locale.ROOT).split("\\P{L}+", -1)) {
            if (word.length() >= PREFIX) {
                vector[1 + Math.floorMod(word.substring(0, PREFIX).hashCode(), DIMENSION - 1)] = 1;
            }
        }
        return vector;
    }
}
