package io.colloquy.platform.database;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;

/**
 * How a service connects to Postgres: as a login role of its own that owns nothing and cannot bypass row-level security.
 *
 * @param url JDBC URL
 * @param user login role
 * @param password its password
 * @param poolSize most connections at once
 */
public record DatabaseConfig(String url, String user, Secret password, int poolSize) {

    /** Reads {@code COLLOQUY_JDBC_URL}, {@code …_USER}, {@code …_PASSWORD} and {@code …_POOL}. */
    public static DatabaseConfig from(Settings settings, String defaultUser) {
        return new DatabaseConfig(
                settings.string("COLLOQUY_JDBC_URL"),
                settings.string("COLLOQUY_JDBC_USER", defaultUser),
                settings.secret("COLLOQUY_JDBC_PASSWORD"),
                settings.integer("COLLOQUY_JDBC_POOL", 4));
    }
}
