package io.colloquy.platform.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.events.Personal;
import io.colloquy.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Personal content as it is stored in a jsonb column, sealed as it is: {@code {"scheme","key_id","nonce","data"}} with the
 * bytes in base64. One place, because one service writes such columns and another reads them.
 */
public final class SealedColumn {
    private static final List<String> FIELDS = List.of("scheme", "key_id", "nonce", "data");

    private SealedColumn() {}

    /** As a JSON object. */
    public static ObjectNode toJson(Personal content) {
        return Json.MAPPER
                .createObjectNode()
                .put("scheme", content.getScheme())
                .put("key_id", content.getKeyId())
                .put("nonce", bytes(content.getNonce()))
                .put("data", bytes(content.getData()));
    }

    /** As the text of a column. */
    public static String write(Personal content) {
        return Json.write(toJson(content));
    }

    /**
     * From a JSON object; empty for null and JSON's null.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Optional<Personal> fromJson(JsonNode json) {
        if (json == null || json.isNull() || json.isMissingNode()) {
            return Optional.empty();
        }
        for (String field : FIELDS) {
            if (!json.path(field).isTextual()) {
                throw new IllegalArgumentException(
                        "Expected sealed content with '%s', but it is something else".formatted(field));
            }
        }
        try {
            return Optional.of(new Personal(
                    json.get("scheme").textValue(),
                    json.get("key_id").textValue(),
                    ByteBuffer.wrap(json.get("nonce").binaryValue()),
                    ByteBuffer.wrap(json.get("data").binaryValue())));
        } catch (IOException e) {
            throw new IllegalArgumentException("Expected sealed content in base64, but it is something else", e);
        }
    }

    /** From the text of a column; empty for null. */
    public static Optional<Personal> read(String column) {
        if (column == null) {
            return Optional.empty();
        }
        try {
            return fromJson(Json.MAPPER.readTree(column));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
