package io.colloquy.local;

import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Migrates a database that somebody else runs, as its owner: {@code COLLOQUY_MIGRATION_JDBC_URL}, {@code …_USER},
 * {@code …_PASSWORD} (or {@code …_PASSWORD_FILE}). Sets the password of each login role for which
 * {@code COLLOQUY_ROLE_PASSWORD_INGEST}, {@code …_REPORT}, {@code …_EVALUATOR}, {@code …_FRAMES} or {@code …_PROJECTOR}
 * (or the same with {@code _FILE}) is given, and leaves the others as they are.
 */
@Command(
        name = "migrate",
        description =
                "Migrates the database of COLLOQUY_MIGRATION_JDBC_URL and sets the passwords of the services' roles.")
final class MigrateCommand implements Callable<Integer> {
    private static final String ROLE_PASSWORD = "COLLOQUY_ROLE_PASSWORD_";

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        DatabaseSetup setup = read(environment);
        Map<String, String> passwords = passwords(environment);
        setup.migrate();
        setup.setPasswords(passwords);
        Progress.onStandardError().say("Migrated; set the passwords of %d roles.".formatted(passwords.size()));
        return 0;
    }

    static DatabaseSetup read(Map<String, String> environment) {
        try {
            return Settings.read(
                    environment,
                    settings -> new DatabaseSetup(
                            settings.string("COLLOQUY_MIGRATION_JDBC_URL"),
                            settings.string("COLLOQUY_MIGRATION_JDBC_USER"),
                            settings.secret("COLLOQUY_MIGRATION_JDBC_PASSWORD").value()));
        } catch (ConfigurationException e) {
            throw new StackException(e.getMessage(), e);
        }
    }

    static Map<String, String> passwords(Map<String, String> environment) {
        Map<String, String> passwords = new HashMap<>();
        for (Service service : Service.values()) {
            String variable = ROLE_PASSWORD + service.name();
            if (environment.containsKey(variable) || environment.containsKey(variable + "_FILE")) {
                passwords.put(
                        service.databaseRole(),
                        Settings.read(environment, settings -> settings.secret(variable))
                                .value());
            }
        }
        return Map.copyOf(passwords);
    }
}
