package io.colloquy.evaluator.model;

import static io.colloquy.evaluator.model.JsonShape.object;
import static io.colloquy.evaluator.model.JsonShape.property;
import static io.colloquy.evaluator.model.JsonShape.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.evaluator.bank.QuestionKind;
import java.util.List;

/** The shape that a plan is asked to have. Asking is no guarantee: {@link PlanReader} checks. */
final class PlanSchema {
    private PlanSchema() {}

    static JsonNode shape() {
        ObjectNode question = object();
        property(question, "text", "string");
        ArrayNode kinds = property(question, "kind", "string").putArray("enum");
        for (QuestionKind kind : QuestionKind.values()) {
            kinds.add(kind.name());
        }
        property(question, "difficulty", "integer");
        property(question, "expected_points", "array").putObject("items").put("type", "string");
        property(question, "weight", "number");
        property(question, "seconds", "integer");
        require(question, List.of("text", "kind", "difficulty", "expected_points", "weight", "seconds"));

        ObjectNode reply = object();
        property(reply, "block", "string");
        property(reply, "manipulation", "boolean");
        property(reply, "questions", "array").set("items", question);
        return require(reply, List.of("block", "manipulation", "questions"));
    }
}
