package io.colloquy.sessions.topology;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Sessions in the store and its changelog, as JSON: private to this service, and can always be folded again. */
final class StoredSessionSerde {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredSessionSerde() {}

    static Serde<StoredSession> serde() {
        Serializer<StoredSession> serializer = (topic, session) -> session == null ? null : written(session);
        Deserializer<StoredSession> deserializer = (topic, bytes) -> bytes == null ? null : read(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    private static byte[] written(StoredSession session) {
        try {
            return JSON.writeValueAsBytes(session);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredSession read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, StoredSession.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected a session in the store, but its bytes are something else", e);
        }
    }
}
