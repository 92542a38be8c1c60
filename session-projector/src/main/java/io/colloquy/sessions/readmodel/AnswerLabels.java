package io.colloquy.sessions.readmodel;

import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of {@code answer_labels}: of each person the latest word on an answer. */
final class AnswerLabels {
    private AnswerLabels() {}

    /** One row; {@code note} is a sealed column, null without one. */
    public record Row(
            UUID sessionId,
            String questionId,
            String labellerId,
            UUID organisationId,
            String answerId,
            String label,
            String note,
            long seq,
            Instant labelledAt) {
        private static Row of(RecordedEvent recorded, Event.AnswerLabelled labelled) {
            return new Row(
                    UUID.fromString(recorded.sessionId()),
                    labelled.questionId(),
                    labelled.labellerId(),
                    UUID.fromString(recorded.organisationId()),
                    labelled.answerId(),
                    labelled.label().name(),
                    Sealed.write(labelled.note().orElse(null)),
                    recorded.seq(),
                    recorded.occurredAt());
        }
    }

    /** In the order of the log; an event that comes again changes nothing. */
    static void save(Handle handle, List<RecordedEvent> events) {
        List<Row> labels = events.stream()
                .filter(it -> it.event() instanceof Event.AnswerLabelled)
                .map(it -> Row.of(it, (Event.AnswerLabelled) it.event()))
                .toList();
        if (labels.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch("""
                insert into readmodel.answer_labels
                    (session_id, question_id, labeller_id, organisation_id, answer_id, label, note, seq, labelled_at)
                values (:sessionId, :questionId, :labellerId, :organisationId, :answerId, :label, cast(:note as jsonb), :seq,
                    :labelledAt)
                on conflict (session_id, question_id, labeller_id) do update
                    set answer_id = excluded.answer_id, label = excluded.label, note = excluded.note, seq = excluded.seq,
                        labelled_at = excluded.labelled_at
                    where answer_labels.seq < excluded.seq
                """);
        labels.forEach(row -> rows.bindMethods(row).add());
        rows.execute();
    }
}
