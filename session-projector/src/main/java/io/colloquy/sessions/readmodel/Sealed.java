package io.colloquy.sessions.readmodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.sealing.SealedColumn;
import io.colloquy.sessions.events.Personal;
import io.colloquy.sessions.model.QuestionModel.Dimension;
import io.colloquy.sessions.model.QuestionModel.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sealed values as columns and back. */
final class Sealed {
    private Sealed() {}

    static String write(Personal value) {
        return value == null ? null : SealedColumn.write(contract(value));
    }

    static Personal read(String column) {
        return SealedColumn.read(column).map(Sealed::ours).orElse(null);
    }

    static String writeDimensions(List<Dimension> dimensions) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (Dimension dimension : dimensions) {
            ObjectNode node = array.addObject().put("name", dimension.name()).put("score", dimension.score());
            ArrayNode evidence = node.putArray("evidence");
            dimension.evidence().forEach(quote -> evidence.add(SealedColumn.toJson(contract(quote))));
            node.set(
                    "rationale",
                    dimension.rationale() == null ? null : SealedColumn.toJson(contract(dimension.rationale())));
        }
        return Json.write(array);
    }

    static List<Dimension> readDimensions(String column) {
        List<Dimension> dimensions = new ArrayList<>();
        if (column != null) {
            Json.read(column, JsonNode.class).forEach(node -> dimensions.add(dimension(node)));
        }
        return dimensions;
    }

    /** What an answer was heard as; null when it was typed. */
    static String writeHeard(Heard heard) {
        if (heard == null) {
            return null;
        }
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.set("text", heard.text() == null ? null : SealedColumn.toJson(contract(heard.text())));
        return Json.write(node.put("confidence", heard.confidence())
                .put("provider", heard.provider())
                .put("model", heard.model())
                .put("language", heard.language())
                .put("audio_ms", heard.audioMs()));
    }

    static Heard readHeard(String column) {
        if (column == null) {
            return null;
        }
        JsonNode node = Json.read(column, JsonNode.class);
        return new Heard(
                read(node.get("text")).orElse(null),
                node.path("confidence").isNumber() ? node.path("confidence").doubleValue() : null,
                node.path("provider").textValue(),
                node.path("model").textValue(),
                node.path("language").textValue(),
                node.path("audio_ms").longValue());
    }

    private static Dimension dimension(JsonNode node) {
        List<Personal> evidence = new ArrayList<>();
        node.path("evidence").forEach(quote -> read(quote).ifPresent(evidence::add));
        return new Dimension(
                node.path("name").textValue(),
                node.path("score").doubleValue(),
                evidence,
                read(node.get("rationale")).orElse(null));
    }

    private static Optional<Personal> read(JsonNode node) {
        return SealedColumn.fromJson(node).map(Sealed::ours);
    }

    private static io.colloquy.events.Personal contract(Personal it) {
        return new io.colloquy.events.Personal(it.scheme(), it.keyId(), it.nonce(), it.data());
    }

    private static Personal ours(io.colloquy.events.Personal it) {
        return new Personal(it.getScheme(), it.getKeyId(), it.getNonce(), it.getData());
    }
}
