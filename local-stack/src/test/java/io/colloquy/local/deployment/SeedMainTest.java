package io.colloquy.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.ingest.seed.SeedConfig;
import io.colloquy.ingest.seed.SeedMain;
import io.colloquy.local.EmbeddedStack;
import io.colloquy.local.StackHome;
import io.colloquy.local.StackPorts;
import io.colloquy.platform.config.ConfigurationException;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.MigrateMain;
import io.colloquy.platform.database.MigrationConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migration and first administrator on the real Kafka, registry and Postgres, by the variables that containers get. */
class SeedMainTest {
    @TempDir
    Path folder;

    @Test
    void shouldLetTheFirstAdministratorInOnce() throws SQLException {
        try (EmbeddedStack stack =
                EmbeddedStack.start(StackHome.at(folder, Map.of()), StackPorts.free(), message -> {})) {
            // given
            MigrateMain.run(Settings.read(migration(stack), MigrationConfig::from));
            Map<String, String> variables = seed(stack);

            // when
            boolean made = SeedMain.run(Settings.read(variables, SeedConfig::from));
            List<String> first = administrator(stack);
            variables.put("COLLOQUY_SEED_PASSWORD", "another long password");
            boolean madeAgain = SeedMain.run(Settings.read(variables, SeedConfig::from));

            // then
            assertThat(made).isTrue();
            assertThat(first).startsWith("admin@example.com", "admin", "First organisation");
            assertThat(first.getLast()).startsWith("$argon2id$");
            assertThat(madeAgain).isFalse();
            assertThat(administrator(stack)).isEqualTo(first);
        }
    }

    @Test
    void shouldRefuseAPasswordThatCanBeGuessed() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "COLLOQUY_KAFKA", "kafka:9092",
                "COLLOQUY_REGISTRY", "http://registry",
                "COLLOQUY_JDBC_URL", "jdbc:postgresql://postgres/colloquy",
                "COLLOQUY_JDBC_PASSWORD", "secret",
                "COLLOQUY_SEED_ORGANISATION", "First organisation",
                "COLLOQUY_SEED_EMAIL", "admin@example.com",
                "COLLOQUY_SEED_PASSWORD", "admin"));
        assertThatThrownBy(() -> Settings.read(variables, SeedConfig::from))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("at least 12 characters")
                .hasMessageNotContaining("'admin'");
    }

    private static Map<String, String> migration(EmbeddedStack stack) {
        return Map.of(
                "COLLOQUY_MIGRATION_JDBC_URL", stack.jdbcUrl(),
                "COLLOQUY_MIGRATION_JDBC_USER", stack.superuser(),
                "COLLOQUY_MIGRATION_JDBC_PASSWORD", stack.superuserPassword(),
                "COLLOQUY_ROLE_PASSWORD_INGEST", "the door's");
    }

    private static Map<String, String> seed(EmbeddedStack stack) {
        return new HashMap<>(Map.of(
                "COLLOQUY_KAFKA", stack.kafkaBootstrap(),
                "COLLOQUY_REGISTRY", stack.registryUrl(),
                "COLLOQUY_JDBC_URL", stack.jdbcUrl(),
                "COLLOQUY_JDBC_PASSWORD", "the door's",
                "COLLOQUY_SEED_ORGANISATION", "First organisation",
                "COLLOQUY_SEED_EMAIL", "Admin@Example.com",
                "COLLOQUY_SEED_PASSWORD", "a long password"));
    }

    private static List<String> administrator(EmbeddedStack stack) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(stack.jdbcUrl(), stack.superuser(), stack.superuserPassword());
                ResultSet row = connection.createStatement().executeQuery("""
                        select u.email, u.role, o.name, u.password_hash
                        from identity.users u join identity.organisations o using (organisation_id)
                        """)) {
            assertThat(row.next()).isTrue();
            List<String> found = List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
            assertThat(row.next()).isFalse();
            return found;
        }
    }
}
