package io.colloquy.platform.database;

import io.colloquy.platform.config.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Gives login roles their passwords, as whoever made the roles. */
final class RolePasswords {
    private RolePasswords() {}

    /** Sets each; Postgres itself does the quoting, because such a statement takes no parameters. */
    static void set(MigrationConfig config) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                config.url(), config.owner(), config.password().value())) {
            for (Map.Entry<LoginRole, Secret> role : config.rolePasswords().entrySet()) {
                set(connection, role.getKey().roleName(), role.getValue());
            }
        }
    }

    private static void set(Connection connection, String role, Secret password) throws SQLException {
        try (PreparedStatement format =
                connection.prepareStatement("select format('alter role %I password %L', ?::text, ?::text)")) {
            format.setString(1, role);
            format.setString(2, password.value());
            try (ResultSet row = format.executeQuery();
                    Statement statement = connection.createStatement()) {
                row.next();
                statement.execute(row.getString(1));
            }
        }
    }
}
