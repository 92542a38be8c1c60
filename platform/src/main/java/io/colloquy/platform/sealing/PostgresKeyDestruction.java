package io.colloquy.platform.sealing;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.ids.Ids;
import java.util.UUID;

/** Destroys session keys in Postgres schema {@code keys}; one that was never made is destroyed too, and so cannot be made. */
public final class PostgresKeyDestruction implements KeyDestruction {
    private final Database database;

    /** @param database connects as a role that may change schema {@code keys} */
    public PostgresKeyDestruction(Database database) {
        this.database = database;
    }

    @Override
    public void destroy(Subject subject) {
        database.inOrganisation(
                subject.organisationId(),
                handle -> handle.createUpdate("""
                        insert into keys.session_keys (session_id, organisation_id, key_id, wrapped, destroyed)
                        values (:session, :organisation, :key, null, true)
                        on conflict (session_id) do update set wrapped = null, destroyed = true
                        """)
                        .bind("session", UUID.fromString(subject.sessionId()))
                        .bind("organisation", UUID.fromString(subject.organisationId()))
                        .bind("key", Ids.next())
                        .execute());
    }
}
