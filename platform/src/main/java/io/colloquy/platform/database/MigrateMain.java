package io.colloquy.platform.database;

import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.lifecycle.ServiceMain;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates the schemas whose migrations are on the class path, as their owner, and sets the passwords of the services' login
 * roles; safe to repeat. Every service's image can run it, and brings the schemas that this service owns: ingest-api
 * {@code identity}, session-projector {@code readmodel}, each of them {@code keys} with the roles.
 */
public final class MigrateMain {
    private static final Logger LOG = LoggerFactory.getLogger(MigrateMain.class);
    /** The first one makes the roles that the others give rights to. */
    private static final List<String> SCHEMAS = List.of("keys", "identity", "readmodel");

    private MigrateMain() {}

    /** Configured by environment variables alone; see {@link MigrationConfig}. */
    public static void main(String[] arguments) {
        try {
            List<String> migrated = run(Settings.read(System.getenv(), MigrationConfig::from));
            LOG.atInfo().addKeyValue("schemas", migrated).log("migrated");
        } catch (ConfigurationException e) {
            System.err.println("migrate: " + e.getMessage());
            System.exit(ServiceMain.EXIT_CONFIGURATION);
        } catch (SQLException | RuntimeException e) {
            LOG.atError().setCause(e).log("could not migrate");
            System.exit(ServiceMain.EXIT_FAILURE);
        }
    }

    /** Migrates and sets passwords; returns the schemas that were brought up to date. */
    public static List<String> run(MigrationConfig config) throws SQLException {
        List<String> present = SCHEMAS.stream().filter(MigrateMain::onClassPath).toList();
        Migrations.run(config.url(), config.owner(), config.password().value(), present);
        RolePasswords.set(config);
        return present;
    }

    private static boolean onClassPath(String schema) {
        return MigrateMain.class.getClassLoader().getResource("db/" + schema) != null;
    }
}
