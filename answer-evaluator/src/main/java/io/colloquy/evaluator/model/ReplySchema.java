package io.colloquy.evaluator.model;

import static io.colloquy.evaluator.model.JsonShape.object;
import static io.colloquy.evaluator.model.JsonShape.property;
import static io.colloquy.evaluator.model.JsonShape.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.evaluator.rubric.Rubric;
import java.util.List;

/** The shape that a reply is asked to have. Asking is no guarantee: {@link Reply} checks. */
final class ReplySchema {
    private ReplySchema() {}

    static JsonNode of(Rubric rubric) {
        ObjectNode dimension = object();
        ArrayNode names = property(dimension, "name", "string").putArray("enum");
        rubric.dimensions().forEach(it -> names.add(it.name()));
        property(dimension, "score", "number");
        property(dimension, "evidence", "array").putObject("items").put("type", "string");
        property(dimension, "rationale", "string");
        require(dimension, List.of("name", "score", "evidence", "rationale"));

        ObjectNode reply = object();
        property(reply, "block", "string");
        property(reply, "manipulation", "boolean");
        property(reply, "gradable", "boolean");
        property(reply, "reason", "string");
        property(reply, "dimensions", "array").set("items", dimension);
        property(reply, "feedback", "string");
        return require(reply, List.of("block", "manipulation", "gradable", "reason", "dimensions", "feedback"));
    }
}
