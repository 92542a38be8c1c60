package io.colloquy.evaluator.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Pieces of JSON schemas in the form that every provider takes: all properties required, no others. */
final class JsonShape {
    private JsonShape() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("type", "object").put("additionalProperties", false);
    }

    static ObjectNode property(ObjectNode object, String name, String type) {
        return object.withObjectProperty("properties").putObject(name).put("type", type);
    }

    static ObjectNode require(ObjectNode object, List<String> names) {
        ArrayNode required = object.putArray("required");
        names.forEach(required::add);
        return object;
    }
}
