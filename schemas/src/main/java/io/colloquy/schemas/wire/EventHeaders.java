package io.colloquy.schemas.wire;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers beside every value: CloudEvents attributes in the Kafka binding's spelling, and W3C {@code traceparent}. Set
 * explicitly at every forward: Kafka Streams keeps the input's headers, and a punctuator has none.
 *
 * @param id the value's event_id
 * @param type the payload's record name, for example AnswerAccepted
 * @param source the service that writes it
 * @param time when it happened
 * @param traceparent W3C trace context, version 00
 */
public record EventHeaders(String id, String type, String source, Instant time, String traceparent) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** As Kafka headers, in a fixed order. */
    public Headers toHeaders() {
        return new RecordHeaders()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(id))
                .add("ce_type", bytes("io.colloquy." + type))
                .add("ce_source", bytes("/colloquy/" + source))
                .add("ce_time", bytes(time.toString()))
                .add("traceparent", bytes(traceparent));
    }

    /** The trace that a record belongs to, when it says so. */
    public static Optional<String> traceparent(Headers headers) {
        Header header = headers.lastHeader("traceparent");
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** The trace that a record belongs to, or a new one. */
    public static String traceparentOrNew(Headers headers) {
        return traceparent(headers).orElseGet(EventHeaders::newTraceparent);
    }

    /** A new sampled trace, W3C Trace Context level 1 §3.2. */
    public static String newTraceparent() {
        byte[] ids = new byte[24];
        RANDOM.nextBytes(ids);
        String hex = HexFormat.of().formatHex(ids);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
