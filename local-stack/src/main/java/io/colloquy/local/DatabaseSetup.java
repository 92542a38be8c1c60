package io.colloquy.local;

import io.colloquy.platform.database.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Brings a database to where the services can work with it: schemas, and passwords for the roles that the migrations make.
 *
 * @param url JDBC URL of the application's database
 * @param owner owns schemas and may create roles; no service ever gets it
 */
public record DatabaseSetup(String url, String owner, String password) {
    /** In this order, since the first one makes the roles. */
    private static final List<String> SCHEMAS = List.of("keys", "identity", "readmodel");

    /** Runs all migrations; safe to repeat. */
    public void migrate() {
        Migrations.run(url, owner, password, SCHEMAS);
    }

    /** Gives login roles their passwords. */
    public void setPasswords(Map<String, String> passwordsByRole) {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            for (Map.Entry<String, String> role : passwordsByRole.entrySet()) {
                setPassword(connection, role.getKey(), role.getValue());
            }
        } catch (SQLException e) {
            throw new StackException(
                    "Expected to set the passwords of %s, but: %s".formatted(passwordsByRole.keySet(), e.getMessage()),
                    e);
        }
    }

    /** Such a statement takes no parameters, so Postgres itself quotes them. */
    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        try (PreparedStatement format =
                connection.prepareStatement("select format('alter role %I password %L', ?, ?)")) {
            format.setString(1, role);
            format.setString(2, password);
            try (ResultSet row = format.executeQuery();
                    Statement statement = connection.createStatement()) {
                row.next();
                statement.execute(row.getString(1));
            }
        }
    }
}
