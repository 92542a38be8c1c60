package io.colloquy.platform.database;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import java.util.EnumMap;
import java.util.Map;

/**
 * How migrations reach Postgres, and which passwords they set on the way.
 *
 * @param url JDBC URL of the application's database
 * @param owner owns the schemas and may create roles; no service ever gets it
 * @param password the owner's
 * @param rolePasswords of the services' login roles; a role that is not in here keeps what it has
 */
public record MigrationConfig(String url, String owner, Secret password, Map<LoginRole, Secret> rolePasswords) {

    public MigrationConfig {
        rolePasswords = Map.copyOf(rolePasswords);
    }

    /**
     * Reads {@code COLLOQUY_MIGRATION_JDBC_URL}, {@code …_USER}, {@code …_PASSWORD} and, where given,
     * {@code COLLOQUY_ROLE_PASSWORD_INGEST}, {@code …_FRAMES}, {@code …_EVALUATOR}, {@code …_PROJECTOR}, {@code …_REPORT}.
     */
    public static MigrationConfig from(Settings settings) {
        return new MigrationConfig(
                settings.string("COLLOQUY_MIGRATION_JDBC_URL"),
                settings.string("COLLOQUY_MIGRATION_JDBC_USER"),
                settings.secret("COLLOQUY_MIGRATION_JDBC_PASSWORD"),
                rolePasswords(settings));
    }

    private static Map<LoginRole, Secret> rolePasswords(Settings settings) {
        Map<LoginRole, Secret> given = new EnumMap<>(LoginRole.class);
        for (LoginRole role : LoginRole.values()) {
            settings.optionalSecret(role.passwordVariable()).ifPresent(password -> given.put(role, password));
        }
        return given;
    }
}
