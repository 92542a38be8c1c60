package io.colloquy.local.support;

import io.colloquy.local.LocalPlatform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The platform's tables, read as their owner, whom no policy hides anything from. */
public final class Tables {
    private final LocalPlatform platform;

    public Tables(LocalPlatform platform) {
        this.platform = platform;
    }

    /** Every row as the text of its columns, joined by a space; null reads as {@code null}. */
    public List<String> rows(String sql, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(
                        platform.stack().jdbcUrl(),
                        platform.stack().superuser(),
                        platform.stack().superuserPassword());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return texts(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to read tables, but could not", e);
        }
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                row.add(String.valueOf(rows.getString(column)));
            }
            texts.add(String.join(" ", row));
        }
        return texts;
    }
}
