package io.colloquy.evaluator.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The fields of a JSON object, each as what it has to be. What is wrong is noted, and reading goes on with something
 * harmless: the reader is told everything at once.
 *
 * @param node whatever came
 * @param place of the object in its file
 * @param offences added to
 */
record Fields(JsonNode node, String place, List<String> offences) {

    /** Other fields than these are most likely misspelt. */
    void only(Set<String> known) {
        if (!node.isObject()) {
            offences.add("Expected %s to be an object, but it is %s".formatted(place, kindOf(node)));
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                offences.add("Expected %s to have only the fields %s, but it has '%s'"
                        .formatted(place, known.stream().sorted().toList(), Shown.of(name)));
            }
        });
    }

    String text(String name) {
        JsonNode value = value(name);
        if (!value.isTextual()) {
            miss(name, "a text", value);
            return "";
        }
        return clean(name, value.textValue());
    }

    int integer(String name) {
        JsonNode value = value(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            miss(name, "a whole number", value);
            return 0;
        }
        return value.intValue();
    }

    double number(String name) {
        JsonNode value = value(name);
        if (!value.isNumber()) {
            miss(name, "a number", value);
            return 0;
        }
        return value.doubleValue();
    }

    QuestionKind kind() {
        JsonNode value = value("kind");
        return Arrays.stream(QuestionKind.values())
                .filter(kind -> value.isTextual()
                        && kind.name().equals(value.textValue().strip()))
                .findFirst()
                .orElseGet(() -> {
                    miss("kind", "one of " + Arrays.toString(QuestionKind.values()), value);
                    return QuestionKind.TECHNICAL;
                });
    }

    /** Texts; none where the field is missing. */
    List<String> texts(String name) {
        JsonNode value = value(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(name)) {
            if (!element.isTextual()) {
                miss(name, "a list of texts", element);
                return List.of();
            }
            texts.add(clean(name, element.textValue()));
        }
        return texts;
    }

    List<JsonNode> list(String name) {
        JsonNode value = value(name);
        if (!value.isArray()) {
            miss(name, "a list", value);
            return List.of();
        }
        return StreamSupport.stream(value.spliterator(), false).toList();
    }

    private String clean(String name, String text) {
        if (!Shown.isPlain(text)) {
            offences.add(
                    "Expected '%s' of %s to be plain text, but it has characters that are none".formatted(name, place));
        }
        return Shown.normal(text);
    }

    private JsonNode value(String name) {
        JsonNode value = node.get(name);
        return value == null ? MissingNode.getInstance() : value;
    }

    private void miss(String name, String expected, JsonNode value) {
        offences.add("Expected '%s' of %s to be %s, but it is %s".formatted(name, place, expected, kindOf(value)));
    }

    private static String kindOf(JsonNode value) {
        if (value.isMissingNode()) {
            return "missing";
        }
        return value.isValueNode()
                ? "'" + Shown.of(value.asText()) + "'"
                : "a " + value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
