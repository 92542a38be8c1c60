package io.colloquy.sessions.readmodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.events.Personal;
import io.colloquy.platform.sealing.SealedColumn;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** A payload as JSON, so that a reader of the history needs neither registry nor Avro; sealed values stay sealed. */
final class PayloadJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PayloadJson() {}

    static JsonNode of(Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case Personal it -> SealedColumn.toJson(it);
            case SpecificRecord it -> object(it);
            case List<?> it -> array(it);
            case Boolean it -> JSON.booleanNode(it);
            case Integer it -> JSON.numberNode(it);
            case Long it -> JSON.numberNode(it);
            case Float it -> JSON.numberNode(it);
            case Double it -> JSON.numberNode(it);
            case Instant it -> JSON.textNode(it.toString());
            case ByteBuffer it -> JSON.binaryNode(bytes(it));
            default -> JSON.textNode(value.toString());
        };
    }

    private static ObjectNode object(SpecificRecord record) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            object.set(field.name(), of(record.get(field.pos())));
        }
        return object;
    }

    private static ArrayNode array(List<?> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(value -> array.add(of(value)));
        return array;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
