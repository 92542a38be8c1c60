package io.colloquy.sessions.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.CommandRejected;
import io.colloquy.events.Evaluation;
import io.colloquy.events.QuestionPlan;
import io.colloquy.events.SessionCommand;
import io.colloquy.events.SessionEvent;
import io.colloquy.schemas.wire.ContractClasses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;

class EventMappingTest {
    static {
        ContractClasses.trust();
    }

    private static final int SAMPLES = 1_000;
    private static final long SEED = 20_260_101L;

    @Test
    void shouldHaveOneRecordForEveryBranchOfTheContract() {
        assertThat(names(Event.class)).isEqualTo(branches(SessionEvent.getClassSchema()));
        assertThat(names(Command.class)).isEqualTo(branches(SessionCommand.getClassSchema()));
    }

    @Test
    void shouldGiveBackEveryEventAsItWas() throws IOException {
        // given
        List<SessionEvent> events = samples(SessionEvent.getClassSchema(), SessionEvent.class);
        assertThat(events.stream().map(event -> event.getPayload().getClass()).distinct())
                .hasSize(Event.class.getPermittedSubclasses().length);

        for (SessionEvent event : events) {
            SessionEvent given = withKnownRejection(event);

            // when
            SessionEvent back = EventMapping.toAvro(EventMapping.fromAvro(given));

            // then
            assertThat(back).isEqualTo(given);
        }
    }

    @Test
    void shouldReadEveryInput() throws IOException {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (SessionCommand command : samples(SessionCommand.getClassSchema(), SessionCommand.class)) {
            Input input = InputMapping.fromAvro(command, at);
            assertThat(input).isInstanceOfSatisfying(Input.CommandReceived.class, it -> {
                assertThat(it.command().type())
                        .isEqualTo(command.getPayload().getClass().getSimpleName());
                assertThat(it.origin().eventId()).isEqualTo(command.getEventId());
                assertThat(it.origin().at()).isEqualTo(at);
            });
        }
        for (QuestionPlan plan : samples(QuestionPlan.getClassSchema(), QuestionPlan.class)) {
            assertThat(InputMapping.fromAvro(plan, at)).isInstanceOf(Input.PlanProposed.class);
        }
        for (Evaluation evaluation : samples(Evaluation.getClassSchema(), Evaluation.class)) {
            assertThat(InputMapping.fromAvro(evaluation, at).getClass().getSimpleName())
                    .isEqualTo(evaluation.getPayload().getClass().getSimpleName());
        }
    }

    @Test
    void shouldNotPrintPersonalContent() {
        Personal personal =
                new Personal("aes-256-gcm", "key", ByteBuffer.wrap(new byte[] {1}), ByteBuffer.wrap(new byte[] {2}));

        assertThat(new Command.SubmitAnswer("q", personal, Duration.ZERO, Optional.empty()).toString())
                .contains("***")
                .doesNotContain("key");
    }

    private static SessionEvent withKnownRejection(SessionEvent event) {
        return event.getPayload() instanceof CommandRejected rejected
                ? SessionEvent.newBuilder(event)
                        .setPayload(CommandRejected.newBuilder(rejected)
                                .setRejection("FORBIDDEN")
                                .build())
                        .build()
                : event;
    }

    private static Set<String> names(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    private static Set<String> branches(Schema envelope) {
        return envelope.getField("payload").schema().getTypes().stream()
                .map(Schema::getName)
                .collect(Collectors.toSet());
    }

    private static <V extends SpecificRecord> List<V> samples(Schema schema, Class<V> type) throws IOException {
        ArrayList<V> samples = new ArrayList<>();
        for (Object sample : new RandomData(schema, SAMPLES, SEED)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<>(schema, GenericData.get()).write(sample, encoder);
            encoder.flush();
            samples.add(new SpecificDatumReader<>(type)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null)));
        }
        return samples;
    }
}
