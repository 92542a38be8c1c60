package io.colloquy.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.colloquy.platform.health.Health;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * A pool of connections. Work on tenants' rows goes through {@link #inOrganisation}, which sets
 * {@code colloquy.organisation} for the transaction; without it forced row-level security shows no row. Thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final int CONNECT_TIMEOUT_MS = 3_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    /** Opens a pool, also while Postgres is away: the first use fails, later ones recover. */
    public Database(DatabaseConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setJdbcUrl(config.url());
        hikari.setUsername(config.user());
        hikari.setPassword(config.password().value());
        hikari.setMaximumPoolSize(config.poolSize());
        hikari.setMinimumIdle(1);
        hikari.setConnectionTimeout(CONNECT_TIMEOUT_MS);
        hikari.setInitializationFailTimeout(-1);
        hikari.setPoolName("postgres-" + config.user());
        this.pool = new HikariDataSource(hikari);
        this.jdbi = Jdbi.create(pool).installPlugin(new SqlObjectPlugin());
    }

    /** Readiness: whether a query is answered. */
    public void reportTo(Health health) {
        health.register("postgres", this::answers);
    }

    /** Whether a query is answered; throws when Postgres is away. */
    public boolean answers() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select true").mapTo(Boolean.class).one());
    }

    /** A transaction that sees one organisation's rows. */
    public <T> T inOrganisation(String organisationId, Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("select set_config('colloquy.organisation', :organisation, true)")
                    .bind("organisation", organisationId)
                    .mapTo(String.class)
                    .one();
            return work.apply(handle);
        });
    }

    /** Jdbi itself, for work that no organisation's rows are in. */
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
    }
}
