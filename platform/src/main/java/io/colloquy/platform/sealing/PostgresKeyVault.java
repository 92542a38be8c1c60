package io.colloquy.platform.sealing;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.ids.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Session keys in Postgres schema {@code keys}, wrapped by the master key and cached briefly. While Postgres is away a cached
 * key goes on serving, so that an interview under way does not stop; a destroyed key is gone from this cache at
 * {@link #forget} or when the entry is due.
 */
public final class PostgresKeyVault implements KeyVault {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int MAX_ENTRIES = 50_000;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final Database database;
    private final KeyDestruction destruction;
    private final MasterKey master;
    private final Clock clock;
    private final Duration fresh;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();

    private record Cached(SessionKey key, Instant loadedAt) {}

    /**
     * @param database connects as a role that may use schema {@code keys}
     * @param fresh how long a cached key is used without asking again; zero asks every time
     */
    public PostgresKeyVault(Database database, MasterKey master, Clock clock, Duration fresh) {
        this.database = database;
        this.destruction = new PostgresKeyDestruction(database);
        this.master = master;
        this.clock = clock;
        this.fresh = fresh;
    }

    @Override
    public SessionKey obtain(Subject subject) {
        return cached(subject, true);
    }

    @Override
    public SessionKey find(Subject subject) {
        return cached(subject, false);
    }

    @Override
    public void destroy(Subject subject) {
        forget(subject.sessionId());
        destruction.destroy(subject);
    }

    @Override
    public void forget(String sessionId) {
        cache.remove(sessionId);
    }

    private SessionKey cached(Subject subject, boolean create) {
        Cached known = cache.get(subject.sessionId());
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.loadedAt().plus(fresh))) {
            return known.key();
        }
        try {
            SessionKey key = database.inOrganisation(
                    subject.organisationId(), handle -> create ? loadOrCreate(handle, subject) : load(handle, subject));
            if (cache.size() >= MAX_ENTRIES) {
                cache.clear();
            }
            cache.put(subject.sessionId(), new Cached(key, now));
            return key;
        } catch (KeyDestroyedException e) {
            forget(subject.sessionId());
            throw e;
        } catch (JdbiException e) {
            if (known != null) {
                // Not every use may wait for a connection that does not come.
                cache.replace(
                        subject.sessionId(),
                        known,
                        new Cached(known.key(), clock.instant().minus(fresh).plus(ASK_AGAIN)));
                return known.key();
            }
            throw new KeysUnavailableException("Expected to reach the session keys, but Postgres did not answer", e);
        }
    }

    private SessionKey loadOrCreate(Handle handle, Subject subject) {
        UUID keyId = Ids.next();
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        handle.createUpdate("""
                        insert into keys.session_keys (session_id, organisation_id, key_id, wrapped, destroyed)
                        values (:session, :organisation, :key, :wrapped, false)
                        on conflict (session_id) do nothing
                        """)
                .bind("session", UUID.fromString(subject.sessionId()))
                .bind("organisation", UUID.fromString(subject.organisationId()))
                .bind("key", keyId)
                .bind("wrapped", master.wrap(bytes, keyId.toString()))
                .execute();
        return load(handle, subject);
    }

    private SessionKey load(Handle handle, Subject subject) {
        Optional<SessionKey> key = handle.createQuery("""
                        select key_id, wrapped from keys.session_keys
                        where session_id = :session and not destroyed
                        """)
                .bind("session", UUID.fromString(subject.sessionId()))
                .map((row, context) -> {
                    String keyId = row.getString("key_id");
                    return new SessionKey(keyId, master.unwrap(row.getBytes("wrapped"), keyId));
                })
                .findOne();
        return key.orElseThrow(() -> new KeyDestroyedException(
                "Expected a key for session '%s', but it was destroyed or never made".formatted(subject.sessionId()),
                null));
    }
}
