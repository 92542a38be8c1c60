package io.colloquy.local.emotion;

import io.colloquy.events.Evaluation;
import io.colloquy.events.Personal;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Takes out of an evaluation the two things that differ each time it is made: sealing draws a nonce, so sealed content is
 * replaced by what it seals, and the measured latency becomes zero. Everything else is left as it is.
 */
final class UnsealedEvaluations {
    private static final String LATENCY = "latency_ms";

    private final Sealer sealer;

    UnsealedEvaluations(Sealer sealer) {
        this.sealer = sealer;
    }

    Evaluation of(Evaluation evaluation) {
        Evaluation copy = Evaluation.newBuilder(evaluation).build();
        unseal(new Subject(evaluation.getOrganisationId(), evaluation.getSessionId()), copy);
        return copy;
    }

    private void unseal(Subject subject, SpecificRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            record.put(field.pos(), field.name().equals(LATENCY) ? 0L : unsealed(subject, field.name(), value));
        }
    }

    /** Fields are named as the kind of content that they hold. */
    private Object unsealed(Subject subject, String field, Object value) {
        return switch (value) {
            case null -> null;
            case Personal personal ->
                new Personal(
                        personal.getScheme(),
                        personal.getKeyId(),
                        ByteBuffer.allocate(0),
                        ByteBuffer.wrap(sealer.open(subject, field, personal)));
            case SpecificRecord record -> {
                unseal(subject, record);
                yield record;
            }
            case List<?> list ->
                list.stream().map(entry -> unsealed(subject, field, entry)).toList();
            default -> value;
        };
    }
}
