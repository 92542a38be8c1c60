package io.colloquy.sessions.readmodel;

import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.kafka.DeadLetters;
import io.colloquy.sessions.projection.Batch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** A dead-letter topic into {@code dead_letters}: where each came from and why, never what it holds. */
final class DeadLettersFeed implements TableFeed {

    /** A row. A record that does not say where it came from counts as coming from here. */
    public record Row(
            String topic,
            String originTopic,
            int originPartition,
            long originOffset,
            UUID sessionId,
            String exception,
            String reason,
            Instant writtenAt) {

        static Row of(ConsumerRecord<String, byte[]> record) {
            String originTopic = header(record, DeadLetters.TOPIC);
            String partition = header(record, DeadLetters.PARTITION);
            String offset = header(record, DeadLetters.OFFSET);
            boolean known = originTopic != null && isNumber(partition, 9) && isNumber(offset, 18);
            return new Row(
                    record.topic(),
                    known ? originTopic : record.topic(),
                    known ? Integer.parseInt(partition) : record.partition(),
                    known ? Long.parseLong(offset) : record.offset(),
                    Ids.isUuid(record.key()) ? UUID.fromString(record.key()) : null,
                    header(record, DeadLetters.EXCEPTION),
                    header(record, DeadLetters.MESSAGE),
                    Instant.ofEpochMilli(record.timestamp()));
        }

        private static String header(ConsumerRecord<String, byte[]> record, String name) {
            Header header = record.headers().lastHeader(name);
            return header == null || header.value() == null
                    ? null
                    : new String(header.value(), StandardCharsets.UTF_8).replace("\u0000", "");
        }

        private static boolean isNumber(String text, int digits) {
            return text != null && text.matches("\\d{1," + digits + "}");
        }
    }

    @Override
    public Work prepare(Batch batch) {
        List<Row> rows = batch.records().stream().map(Row::of).toList();
        return new Work(List.of(), handle -> write(handle, rows));
    }

    private static void write(Handle handle, List<Row> letters) {
        PreparedBatch rows = handle.prepareBatch("""
                insert into readmodel.dead_letters
                    (topic, origin_topic, origin_partition, origin_offset, session_id, exception, reason, written_at)
                values (:topic, :originTopic, :originPartition, :originOffset, :sessionId, :exception, :reason, :writtenAt)
                on conflict do nothing
                """);
        letters.forEach(letter -> rows.bindMethods(letter).add());
        rows.execute();
    }
}
