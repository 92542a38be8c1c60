package io.colloquy.sessions.readmodel;

import io.colloquy.events.FrameReading;
import io.colloquy.platform.json.Json;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.projection.Batch;
import io.colloquy.sessions.projection.TopicReader;
import io.colloquy.sessions.projection.TopicReader.Sorted;
import io.colloquy.sessions.readings.FrameSeen;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** {@code frame-readings} into the table of that name. */
final class FrameReadingsFeed implements TableFeed {
    private final TopicReader<FrameReading, FrameSeen> reader;

    /** A row; the flags are an array literal of Postgres. */
    public record Row(
            UUID sessionId,
            String stream,
            long frameSeq,
            UUID organisationId,
            Instant occurredAt,
            Instant capturedAt,
            Instant receivedAt,
            Integer width,
            Integer height,
            Integer faces,
            Integer faceX,
            Integer faceY,
            Integer faceWidth,
            Integer faceHeight,
            Boolean eyesOpen,
            boolean blink,
            Double sharpness,
            Double brightness,
            Long processingUs,
            String reason,
            int kafkaPartition,
            String presence,
            String presenceChange,
            Double contrast,
            Double rollDegrees,
            String qualityFlags,
            Double blinksPerMinute) {

        static Row of(FrameSeen seen, int partition) {
            FrameSeen.Picture picture = seen.picture();
            FrameSeen.Box face = picture == null ? null : picture.face();
            FrameSeen.Details details = picture == null ? null : picture.details();
            return new Row(
                    UUID.fromString(seen.frame().sessionId()),
                    seen.frame().stream(),
                    seen.frame().seq(),
                    UUID.fromString(seen.organisationId()),
                    seen.occurredAt(),
                    seen.capturedAt(),
                    seen.receivedAt(),
                    picture == null ? null : picture.width(),
                    picture == null ? null : picture.height(),
                    picture == null ? null : picture.faces(),
                    face == null ? null : face.x(),
                    face == null ? null : face.y(),
                    face == null ? null : face.width(),
                    face == null ? null : face.height(),
                    picture == null ? null : picture.eyesOpen(),
                    seen.blink(),
                    picture == null ? null : picture.sharpness(),
                    picture == null ? null : picture.brightness(),
                    picture == null ? null : picture.processingUs(),
                    seen.reason(),
                    partition,
                    details == null ? null : details.presence(),
                    details == null ? null : details.presenceChange(),
                    details == null ? null : details.contrast(),
                    details == null ? null : details.rollDegrees(),
                    details == null ? null : literal(details.qualityFlags()),
                    details == null ? null : details.blinksPerMinute());
        }

        /** Strings of JSON are quoted as Postgres wants them in arrays. */
        private static String literal(List<String> flags) {
            String json = Json.write(flags);
            return "{" + json.substring(1, json.length() - 1) + "}";
        }
    }

    FrameReadingsFeed(EventSerdes serdes) {
        this.reader = new TopicReader<>(Topics.FRAME_READINGS, serdes, FrameSeen::fromAvro);
    }

    @Override
    public Work prepare(Batch batch) {
        Sorted<FrameSeen> sorted = reader.read(batch);
        return new Work(sorted.poison(), handle -> {
            write(handle, batch, sorted);
            Pruning.prune(
                    handle,
                    Topics.FRAME_READINGS,
                    "frame_readings",
                    batch.partition().partition());
        });
    }

    private static void write(Handle handle, Batch batch, Sorted<FrameSeen> sorted) {
        PreparedBatch rows = handle.prepareBatch("""
                insert into readmodel.frame_readings
                    (session_id, stream, frame_seq, organisation_id, occurred_at, captured_at, received_at, width, height,
                     faces, face_x, face_y, face_width, face_height, eyes_open, blink, sharpness, brightness,
                     processing_us, reason, kafka_partition, presence, presence_change, contrast, roll_degrees,
                     quality_flags, blinks_per_minute)
                select :sessionId, :stream, :frameSeq, :organisationId, :occurredAt, :capturedAt, :receivedAt, :width,
                    :height, :faces, :faceX, :faceY, :faceWidth, :faceHeight, :eyesOpen, :blink, :sharpness,
                    :brightness, :processingUs, :reason, :kafkaPartition, :presence, :presenceChange, :contrast, :rollDegrees,
                    cast(:qualityFlags as text[]), :blinksPerMinute
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
