package io.colloquy.platform.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings Postgres schemas up to date as their owner; services themselves only ever use them. */
public final class Migrations {

    private Migrations() {}

    /**
     * Runs the migrations on the class path under {@code db/SCHEMA}, each schema with a history of its own.
     *
     * @param url JDBC URL
     * @param owner role that owns the schemas and may create roles
     * @param schemas in order, for example {@code keys}
     */
    public static void run(String url, String owner, String password, List<String> schemas) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(owner);
        source.setPassword(password);
        schemas.forEach(schema -> migrate(source, schema));
    }

    private static void migrate(DataSource source, String schema) {
        Flyway.configure()
                .dataSource(source)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations("classpath:db/" + schema)
                .load()
                .migrate();
    }
}
