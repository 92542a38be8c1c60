package io.colloquy.platform.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Dead letters: the original bytes, with where they came from and why they are here, in the headers of KIP-1034. */
public final class DeadLetters {
    /** Header: topic that the record came from. */
    public static final String TOPIC = "__streams.errors.topic";
    /** Header: its partition. */
    public static final String PARTITION = "__streams.errors.partition";
    /** Header: its offset. */
    public static final String OFFSET = "__streams.errors.offset";
    /** Header: class of the error. */
    public static final String EXCEPTION = "__streams.errors.exception";
    /** Header: message of the error; never holds content. */
    public static final String MESSAGE = "__streams.errors.message";

    private DeadLetters() {}

    /** The dead letter of a record, for the given dead-letter topic. */
    public static <K, V> ProducerRecord<K, V> of(
            String deadLetterTopic, ConsumerRecord<K, V> poison, Exception reason) {
        Headers headers = new RecordHeaders(poison.headers().toArray());
        set(headers, TOPIC, poison.topic());
        set(headers, PARTITION, Integer.toString(poison.partition()));
        set(headers, OFFSET, Long.toString(poison.offset()));
        set(headers, EXCEPTION, reason.getClass().getName());
        set(headers, MESSAGE, String.valueOf(reason.getMessage()));
        return new ProducerRecord<>(deadLetterTopic, null, null, poison.key(), poison.value(), headers);
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
