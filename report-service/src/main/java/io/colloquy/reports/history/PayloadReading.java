package io.colloquy.reports.history;

import io.colloquy.events.Personal;
import io.colloquy.events.SessionEvent;
import io.colloquy.reports.content.Contents;
import io.colloquy.schemas.PersonalContent;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Turns an event's payload into JSON-ready values by its schema, so that a new kind of event needs nothing here. Personal
 * content is sealed under the name of its field; fields whose names say less than their kinds are listed.
 */
final class PayloadReading {
    private static final String UNREADABLE = "Unreadable";
    private static final Map<String, String> KIND_OF_FIELD = Map.of(
            "ScoreOverridden.reason", PersonalContent.OVERRIDE_REASON,
            "Transcript.text", PersonalContent.TRANSCRIPT);

    private final Contents contents;

    PayloadReading(Contents contents) {
        this.contents = contents;
    }

    EventView view(DecodedEvent decoded) {
        SessionEvent event = decoded.event();
        if (event == null) {
            return new EventView(decoded.stored().seq(), UNREADABLE, null, null, null, Map.of());
        }
        SpecificRecord payload = (SpecificRecord) event.getPayload();
        return new EventView(
                event.getSeq(),
                payload.getSchema().getName(),
                event.getOccurredAt(),
                event.getEventId(),
                event.getActorId(),
                fields(payload));
    }

    private Map<String, Object> fields(SpecificRecord payload) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : payload.getSchema().getFields()) {
            String kind = KIND_OF_FIELD.getOrDefault(payload.getSchema().getName() + "." + field.name(), field.name());
            fields.put(field.name(), value(payload.get(field.pos()), kind));
        }
        return fields;
    }

    private Object value(Object value, String kind) {
        return switch (value) {
            case null -> null;
            case Personal sealed -> contents.open(sealed, kind).orElse(null);
            case SpecificRecord nested -> fields(nested);
            case Collection<?> items ->
                items.stream().map(item -> value(item, kind)).toList();
            case Enum<?> symbol -> symbol.name();
            case ByteBuffer bytes -> hex(bytes);
            default -> value;
        };
    }

    private static String hex(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
