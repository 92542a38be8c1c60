package io.colloquy.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.events.SessionCommand;
import io.colloquy.events.WithdrawConsent;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class WireFormatTest {
    private final EventSerdes serdes = new EventSerdes(new OneProcessRegistry());

    @Test
    void shouldReadBackWhatWasWritten() {
        SessionCommand command = SessionCommand.newBuilder()
                .setEventId("command-1")
                .setSessionId("session-1")
                .setOrganisationId("organisation-1")
                .setSeq(0)
                .setOccurredAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setCorrelationId("correlation-1")
                .setActorId("user-1")
                .setActorRole("candidate")
                .setPayload(new WithdrawConsent())
                .build();

        byte[] bytes = serdes.serializer(Topics.SESSION_COMMANDS).serialize(Topics.SESSION_COMMANDS.name(), command);

        assertThat(bytes).startsWith(0, 0, 0, 0, 1);
        assertThat(serdes.deserializer(Topics.SESSION_COMMANDS).deserialize(Topics.SESSION_COMMANDS.name(), bytes))
                .isEqualTo(command);
    }

    @Test
    void shouldCallOtherBytesPoison() {
        assertThatThrownBy(() -> serdes.deserializer(Topics.SESSION_COMMANDS)
                        .deserialize(Topics.SESSION_COMMANDS.name(), new byte[] {1, 2, 3}))
                .isInstanceOf(SerializationException.class);
    }

    /** Ids from 1 in the order of registration. */
    private static final class OneProcessRegistry implements SchemaRegistryClient {
        private final List<Schema> schemas = new ArrayList<>();

        @Override
        public int register(String subject, Schema schema) {
            schemas.add(schema);
            return schemas.size();
        }

        @Override
        public Schema getById(int id) {
            return schemas.get(id - 1);
        }

        @Override
        public void updateCompatibility(String subject, String level) {}
    }
}
