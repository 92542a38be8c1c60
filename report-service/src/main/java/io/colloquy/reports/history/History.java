package io.colloquy.reports.history;

import io.colloquy.events.SessionEvent;
import io.colloquy.platform.database.Database;
import io.colloquy.reports.sessions.SessionRow;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session's events as the log stored them, and as they read. Thread-safe. */
final class History {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final Database database;
    private final Deserializer<SessionEvent> values;

    /** @param serdes ask the registry for each writer's schema once */
    History(Database database, EventSerdes serdes) {
        this.database = database;
        this.values = serdes.deserializer(Topics.SESSION_EVENTS);
    }

    /** All events of a session, in stored order. */
    List<DecodedEvent> of(SessionRow session) {
        return stored(session).stream().map(this::decoded).toList();
    }

    private List<StoredEvent> stored(SessionRow session) {
        return database.inOrganisation(
                session.organisationId(),
                handle -> handle.createQuery("""
                        select seq, value from readmodel.session_events where session_id = :session order by seq
                        """)
                        .bind("session", UUID.fromString(session.sessionId()))
                        .map((row, context) -> new StoredEvent(row.getLong("seq"), row.getBytes("value")))
                        .list());
    }

    private DecodedEvent decoded(StoredEvent stored) {
        try {
            return new DecodedEvent(stored, values.deserialize(Topics.SESSION_EVENTS.name(), stored.value()));
        } catch (SerializationException e) {
            LOG.atWarn().addKeyValue("seq", stored.seq()).setCause(e).log("stored event cannot be read");
            return new DecodedEvent(stored, null);
        }
    }
}
