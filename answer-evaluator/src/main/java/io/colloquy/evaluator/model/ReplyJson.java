package io.colloquy.evaluator.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.regex.Pattern;

/** A model's reply as JSON: one value, no key twice, nothing behind it; in a code fence, if it must be. */
final class ReplyJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern FENCE = Pattern.compile("\\A\\s*```(?:json)?\\s*(.*?)\\s*```\\s*\\z", Pattern.DOTALL);

    private ReplyJson() {}

    /** Empty when it cannot be parsed. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(JSON.readTree(FENCE.matcher(text).replaceFirst("$1")));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Whether a reply repeats the nonce of the blocks that it was given. */
    static boolean repeats(String nonce, JsonNode reply) {
        return reply.path("block").isTextual()
                && reply.path("block").textValue().equals(nonce);
    }
}
