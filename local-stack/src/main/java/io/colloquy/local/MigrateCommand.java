package io.colloquy.local;

import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.MigrateMain;
import io.colloquy.platform.database.MigrationConfig;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Migrates a database that somebody else runs, as its owner; {@link MigrationConfig} says by which variables. */
@Command(
        mixinStandardHelpOptions = true,
        name = "migrate",
        description =
                "Migrates the database of COLLOQUY_MIGRATION_JDBC_URL and sets the passwords of the services' roles.")
final class MigrateCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try {
            MigrationConfig config = Settings.read(System.getenv(), MigrationConfig::from);
            Progress.onStandardError()
                    .say("Migrated %s; set the passwords of %d roles."
                            .formatted(
                                    MigrateMain.run(config),
                                    config.rolePasswords().size()));
            return 0;
        } catch (ConfigurationException | SQLException e) {
            throw new StackException(e.getMessage(), e);
        }
    }
}
