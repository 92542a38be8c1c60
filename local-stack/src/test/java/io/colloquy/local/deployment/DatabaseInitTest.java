package io.colloquy.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.database.LoginRole;
import io.colloquy.platform.database.MigrateMain;
import io.colloquy.platform.database.MigrationConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first start of Postgres under Compose, on a real Postgres: its set-up script, then the migrations. */
class DatabaseInitTest {
    private static final String OWNER_PASSWORD = "it's the owner's";

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void setUp() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        try (Connection superuser = postgres.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement()) {
            for (String command : initialCommands()) {
                statement.execute(command);
            }
        }
        migrate();
    }

    @AfterAll
    static void tearDown() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetEachServiceInAsARoleWithoutPrivileges(LoginRole role) throws SQLException {
        try (Connection connection = connect("colloquy", role.roleName(), password(role));
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                                + " where rolname = current_user")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    @Test
    void shouldMigrateAllSchemasAsAnOwnerThatIsNoSuperuser() throws SQLException {
        try (Connection owner = connect("colloquy", "colloquy_owner", OWNER_PASSWORD);
                ResultSet row = owner.createStatement()
                        .executeQuery("select rolsuper or rolbypassrls,"
                                + " (select count(distinct table_schema) from information_schema.tables"
                                + "  where table_schema in ('keys', 'identity', 'readmodel'))"
                                + " from pg_roles where rolname = current_user")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isFalse();
            assertThat(row.getInt(2)).isEqualTo(3);
        }
    }

    @Test
    void shouldMigrateAgainWithoutChange() throws SQLException {
        assertThat(migrate()).containsExactly("keys", "identity", "readmodel");
    }

    @Test
    void shouldKeepServicesOutOfTheRegistrysDatabase() throws SQLException {
        try (Connection registry = connect("registry", "registry", "registry's")) {
            assertThat(registry.isValid(1)).isTrue();
        }
        assertThatThrownBy(() -> connect("registry", "colloquy_ingest", password(LoginRole.INGEST)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static List<String> migrate() throws SQLException {
        Map<LoginRole, Secret> passwords = Arrays.stream(LoginRole.values())
                .collect(Collectors.toMap(Function.identity(), role -> new Secret(password(role))));
        return MigrateMain.run(new MigrationConfig(
                postgres.getJdbcUrl("colloquy_owner", "colloquy"),
                "colloquy_owner",
                new Secret(OWNER_PASSWORD),
                new TreeMap<>(passwords)));
    }

    private static String password(LoginRole role) {
        return "a password with ' and \\ of " + role;
    }

    private static Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database), user, password);
    }

    /** What the script gives to psql, with psql's variables filled in. */
    private static List<String> initialCommands() {
        String script = Repository.text("deploy/postgres/10-databases.sh");
        String sql = script.substring(script.indexOf("<<'SQL'\n") + "<<'SQL'\n".length(), script.lastIndexOf("SQL"))
                .replace(":'owner_password'", "'" + OWNER_PASSWORD.replace("'", "''") + "'")
                .replace(":'registry_password'", "'registry''s'");
        return Arrays.stream(sql.split(";", -1))
                .map(String::strip)
                .filter(command -> !command.isEmpty())
                .toList();
    }
}
