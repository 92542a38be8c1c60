package io.colloquy.local;

import io.colloquy.local.ChildProcess.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A Postgres server beside this process, from the binaries in zonky's artefact.
 *
 * <p>Unlike what zonky sets up for tests it keeps its data, syncs every commit, and asks everybody for a password from
 * the first minute on. The superuser is for migrations and for making roles; services never get it, because a
 * superuser bypasses row-level security.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The database of the application. */
    public static final String DATABASE = "colloquy";

    /** Makes roles and runs migrations, nothing else. */
    public static final String SUPERUSER = "postgres";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(4);
    private static final String ACCESS_RULES = """
            # Written by Colloquy: everybody needs a password.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final String password;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /** Stops the Postgres of an earlier start that was killed; true if there was one. */
    static boolean reap(StackHome home) {
        Path data = home.folder("postgres");
        return ChildProcess.reap(data.resolve("postmaster.pid"), data, StopSignal.INT, STOP_TIMEOUT);
    }

    /** Makes the cluster and the database at the first start; returns when queries are answered. */
    public static EmbeddedPostgres start(StackHome home, int port) {
        Path data = home.folder("postgres");
        String password = new Secrets(home).password("postgres-superuser");
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(home.logFile("postgres").toFile());
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(
                    io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                            .setOverrideWorkingDirectory(
                                    home.cacheFolder("postgres").toFile())
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setPort(port)
                            .setPGStartupWait(START_TIMEOUT)
                            .setOutputRedirector(log)
                            .setErrorRedirector(log)
                            .setLocaleConfig("locale", "C")
                            .setConnectConfig("password", password)
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("listen_addresses", LoopbackPorts.HOST)
                            .setServerConfig("unix_socket_directories", "")
                            .setServerConfig("shared_buffers", "64MB")
                            .setServerConfig("max_connections", "100")
                            .setServerConfig("timezone", "UTC")
                            .start(),
                    password);
            postgres.prepare(data);
            return postgres;
        } catch (IOException | SQLException | IllegalStateException e) {
            reap(home);
            throw new StackException(
                    "Expected Postgres to start, but: %s; %s has more"
                            .formatted(e.getMessage(), home.logFile("postgres")),
                    e);
        }
    }

    /** The application's database, without credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(LoopbackPorts.HOST, server.getPort(), DATABASE);
    }

    public String superuserPassword() {
        return password;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each step may be repeated, since a first start can be killed between any two. */
    private void prepare(Path data) throws SQLException, IOException {
        DataSource maintenance = server.getPostgresDatabase();
        try (Connection connection = maintenance.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
            Path rules = data.resolve("pg_hba.conf");
            if (!Files.readString(rules).equals(ACCESS_RULES)) {
                // The password's alphabet holds no quote.
                statement.execute("ALTER USER " + SUPERUSER + " PASSWORD '" + password + "'");
                Files.writeString(rules, ACCESS_RULES);
                statement.execute("SELECT pg_reload_conf()");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
