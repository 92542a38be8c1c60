package io.colloquy.evaluator.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that names a version of content: over its meaning, so that white space and the order of keys do not count. */
public final class ContentHash {
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ContentHash() {}

    /** SHA-256 over the canonical JSON, as 64 hex digits. */
    public static String of(JsonNode content) {
        try {
            Object plain = CANONICAL.treeToValue(content, Object.class);
            return sha256(CANONICAL.writeValueAsString(plain));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Expected JSON content, but it could not be written again", e);
        }
    }

    /** SHA-256 over the UTF-8 bytes, as 64 hex digits. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Expected SHA-256 in every JDK, but it is missing", e);
        }
    }
}
