package io.colloquy.ingest;

import io.colloquy.platform.http.Problem;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.KeysUnavailableException;
import io.colloquy.schemas.registry.RegistryUnavailableException;
import io.javalin.http.Handler;
import io.lettuce.core.RedisException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;

/** Turns failures of what this service depends on into answers that say so; a bug stays a bug. */
final class Failures {
    /** Classes of SQLSTATE: connection, insufficient resources, operator intervention. */
    private static final Set<String> AWAY = Set.of("08", "53", "57");

    private Failures() {}

    static Handler translated(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (RedisException e) {
                throw Problem.unavailable(
                        "Expected Redis to answer, but it did not; nothing can be checked without it");
            } catch (KeysUnavailableException e) {
                throw Problem.unavailable("Expected the session keys, but Postgres did not answer");
            } catch (JdbiException e) {
                throw isAway(e) ? Problem.unavailable("Expected Postgres to answer, but it did not") : e;
            } catch (RegistryUnavailableException e) {
                throw Problem.unavailable("Expected the schema registry to answer, but it did not");
            } catch (KeyDestroyedException e) {
                throw Problem.conflict("Expected a session with content, but it was erased");
            }
        };
    }

    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException
                    || (cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().length() == 5
                            && AWAY.contains(sql.getSQLState().substring(0, 2)))) {
                return true;
            }
        }
        return false;
    }
}
