package io.colloquy.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Why a body is not the JSON that was expected, in the words of the API: fields and JSON's own kinds of values, never a class
 * of the parser or of this project, and no text of the body.
 */
public final class JsonFault {
    private static final Set<Class<?>> WHOLE = Set.of(
            byte.class,
            short.class,
            int.class,
            long.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class);
    private static final Set<Class<?>> FRACTIONS = Set.of(float.class, double.class);

    private JsonFault() {}

    /** One sentence, "Expected …, but …", on why this body could not be read. */
    public static String of(JsonProcessingException fault, byte[] body) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                "Expected only the fields %s, but got '%s'".formatted(known(unknown), unknown.getPropertyName());
            case MismatchedInputException mismatch -> mismatch(mismatch.getPath(), mismatch.getTargetType(), body);
            case JsonMappingException wrapped
            when wrapped.getCause() instanceof InputCoercionException number ->
                mismatch(wrapped.getPath(), number.getTargetType(), body);
            case JsonMappingException wrapped
            when wrapped.getCause() instanceof StreamReadException broken -> syntax(broken);
            case JsonMappingException other ->
                "Expected JSON of the documented shape, but '%s' is not".formatted(path(other.getPath()));
            default -> syntax(fault);
        };
    }

    private static List<String> known(UnrecognizedPropertyException fault) {
        return fault.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    /** Where text stops being JSON. */
    public static String syntax(JsonProcessingException fault) {
        return fault.getLocation() == null
                ? "Expected JSON, but it is not"
                : "Expected JSON, but it stops being that in line %d, column %d"
                        .formatted(
                                fault.getLocation().getLineNr(),
                                fault.getLocation().getColumnNr());
    }

    private static String mismatch(List<JsonMappingException.Reference> references, Class<?> type, byte[] body) {
        String path = path(references);
        String expected = expected(type);
        String got = got(found(references, body), expected);
        return path.isEmpty()
                ? "Expected %s, but got %s".formatted(expected, got)
                : "Expected '%s' to be %s, but got %s".formatted(path, expected, got);
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "a value of the documented kind";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (FRACTIONS.contains(type) || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> Json.MAPPER.valueToTree(constant).asText())
                            .collect(Collectors.joining(", "));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return written(type).orElse("an object");
    }

    /** What JSON writes as text. */
    private static Optional<String> written(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return Optional.of("text");
        }
        if (type == UUID.class) {
            return Optional.of("a UUID");
        }
        if (type == Duration.class) {
            return Optional.of("a duration in ISO 8601");
        }
        return Temporal.class.isAssignableFrom(type) ? Optional.of("a time in ISO 8601") : Optional.empty();
    }

    private static JsonNode found(List<JsonMappingException.Reference> path, byte[] body) {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            for (JsonMappingException.Reference reference : path) {
                node = reference.getFieldName() == null
                        ? node.path(reference.getIndex())
                        : node.path(reference.getFieldName());
            }
            return node;
        } catch (IOException e) {
            return Json.MAPPER.missingNode();
        }
    }

    private static String got(JsonNode found, String expected) {
        return switch (found.getNodeType()) {
            case NUMBER, BOOLEAN, NULL -> found.asText();
            case STRING -> isWritten(expected) ? "another text" : "text";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "nothing";
        };
    }

    private static boolean isWritten(String expected) {
        return expected.startsWith("one of ") || expected.contains("ISO 8601") || expected.equals("a UUID");
    }
}
