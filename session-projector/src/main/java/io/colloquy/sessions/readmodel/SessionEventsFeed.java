package io.colloquy.sessions.readmodel;

import io.colloquy.events.SessionEvent;
import io.colloquy.platform.sealing.KeyDestruction;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.RecordedEvent;
import io.colloquy.sessions.model.SessionFold;
import io.colloquy.sessions.model.SessionModel;
import io.colloquy.sessions.projection.Batch;
import io.colloquy.sessions.projection.Events;
import io.colloquy.sessions.projection.TopicReader;
import io.colloquy.sessions.projection.TopicReader.Entry;
import io.colloquy.sessions.projection.TopicReader.Sorted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * {@code session-events} into {@code session_events}, {@code sessions}, {@code questions} and
 * {@code answer_labels}; erasure takes effect here.
 */
final class SessionEventsFeed implements TableFeed {
    private final TopicReader<SessionEvent, EventRow.Said> reader;
    private final KeyDestruction keys;

    SessionEventsFeed(EventSerdes serdes, KeyDestruction keys) {
        this.reader =
                new TopicReader<>(Topics.SESSION_EVENTS, serdes, value -> EventRow.Said.of(value, Events.read(value)));
        this.keys = keys;
    }

    @Override
    public Work prepare(Batch batch) {
        Sorted<EventRow.Said> sorted = reader.read(batch);
        return new Work(sorted.poison(), handle -> write(handle, sorted.entries()));
    }

    private void write(Handle handle, List<Entry<EventRow.Said>> entries) {
        if (entries.isEmpty()) {
            return;
        }
        record(handle, entries);
        Set<String> sessionIds = entries.stream()
                .map(entry -> entry.value().event().sessionId())
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, SessionModel> before = SessionTables.load(handle, sessionIds);
        Map<String, SessionModel> changed = changed(before, entries);
        SessionTables.save(handle, changed.values());
        AnswerLabels.save(
                handle, entries.stream().map(entry -> entry.value().event()).toList());
        changed.values().stream()
                .filter(SessionModel::erased)
                .filter(model -> erasedNow(model, entries))
                .forEach(model -> erase(handle, model));
    }

    /** Every event that is not there yet; one that comes again is the same. */
    private static void record(Handle handle, List<Entry<EventRow.Said>> entries) {
        PreparedBatch rows = handle.prepareBatch("""
                insert into readmodel.session_events
                    (session_id, seq, organisation_id, event_id, type, occurred_at, causation_id, correlation_id,
                     actor_id, data, value, kafka_partition, kafka_offset)
                values (:sessionId, :seq, :organisationId, :eventId, :type, :occurredAt, :causationId, :correlationId,
                    :actorId, cast(:data as jsonb), :value, :kafkaPartition, :kafkaOffset)
                on conflict do nothing
                """);
        entries.forEach(entry ->
                rows.bindMethods(EventRow.of(entry.value(), entry.source())).add());
        rows.execute();
    }

    private static Map<String, SessionModel> changed(
            Map<String, SessionModel> before, List<Entry<EventRow.Said>> entries) {
        Map<String, SessionModel> models = new HashMap<>(before);
        Map<String, SessionModel> changed = new LinkedHashMap<>();
        for (Entry<EventRow.Said> entry : entries) {
            RecordedEvent event = entry.value().event();
            Optional<SessionModel> known = Optional.ofNullable(models.get(event.sessionId()));
            SessionFold.fold(known, event)
                    .filter(after -> !known.equals(Optional.of(after)))
                    .ifPresent(after -> {
                        models.put(event.sessionId(), after);
                        changed.put(event.sessionId(), after);
                    });
        }
        return changed;
    }

    private static boolean erasedNow(SessionModel model, List<Entry<EventRow.Said>> entries) {
        return entries.stream()
                .map(entry -> entry.value().event())
                .anyMatch(event -> event.event() instanceof Event.SessionErased
                        && event.sessionId().equals(model.opening().sessionId()));
    }

    /** The key first: a crash after it repeats all of this, a crash before it nothing but this. */
    private void erase(Handle handle, SessionModel model) {
        keys.destroy(
                new Subject(model.opening().organisationId(), model.opening().sessionId()));
        for (String table : List.of("frame_readings", "emotion_readings", "answer_labels")) {
            handle.createUpdate("delete from readmodel.<table> where session_id = :session")
                    .define("table", table)
                    .bind("session", UUID.fromString(model.opening().sessionId()))
                    .execute();
        }
    }
}
