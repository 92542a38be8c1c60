package io.colloquy.sessions.readmodel;

import io.colloquy.events.EmotionReading;
import io.colloquy.platform.json.Json;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.projection.Batch;
import io.colloquy.sessions.projection.TopicReader;
import io.colloquy.sessions.projection.TopicReader.Sorted;
import io.colloquy.sessions.readings.EmotionSeen;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code emotion-readings} into the table of that name. */
final class EmotionReadingsFeed implements TableFeed {
    private final TopicReader<EmotionReading, EmotionSeen> reader;

    /** A row; both lists of probabilities are array literals of Postgres. */
    public record Row(
            UUID sessionId,
            String stream,
            long frameSeq,
            UUID organisationId,
            Instant occurredAt,
            Instant capturedAt,
            String probabilities,
            String smoothed,
            String modelHash,
            int kafkaPartition) {

        static Row of(EmotionSeen seen, int partition) {
            return new Row(
                    UUID.fromString(seen.frame().sessionId()),
                    seen.frame().stream(),
                    seen.frame().seq(),
                    UUID.fromString(seen.organisationId()),
                    seen.occurredAt(),
                    seen.capturedAt(),
                    literal(Json.write(seen.probabilities())),
                    literal(Json.write(seen.smoothed())),
                    seen.modelHash(),
                    partition);
        }

        private static String literal(String jsonArray) {
            return "{" + jsonArray.substring(1, jsonArray.length() - 1) + "}";
        }
    }

    EmotionReadingsFeed(EventSerdes serdes) {
        this.reader = new TopicReader<>(Topics.EMOTION_READINGS, serdes, EmotionSeen::fromAvro);
    }

    @Override
    public Work prepare(Batch batch) {
        Sorted<EmotionSeen> sorted = reader.read(batch);
        return new Work(sorted.poison(), handle -> {
            write(handle, batch, sorted);
            Pruning.prune(
                    handle,
                    Topics.EMOTION_READINGS,
                    "emotion_readings",
                    batch.partition().partition());
        });
    }

    private static void write(Handle handle, Batch batch, Sorted<EmotionSeen> sorted) {
        PreparedBatch rows = handle.prepareBatch("""
                insert into readmodel.emotion_readings
                    (session_id, stream, frame_seq, organisation_id, occurred_at, captured_at, probabilities, smoothed,
                     model_hash, kafka_partition)
                select :sessionId, :stream, :frameSeq, :organisationId, :occurredAt, :capturedAt,
                    cast(:probabilities as real[]), cast(:smoothed as real[]), :modelHash, :kafkaPartition
                where not exists (select from readmodel.sessions
                                  where sessions.session_id = :sessionId and sessions.state = 'ERASED')
                on conflict do nothing
                """);
        sorted.entries()
                .forEach(entry -> rows.bindMethods(
                                Row.of(entry.value(), batch.partition().partition()))
                        .add());
        rows.execute();
    }
}
