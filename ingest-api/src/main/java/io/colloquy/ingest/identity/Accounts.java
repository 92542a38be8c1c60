package io.colloquy.ingest.identity;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Users and organisations in Postgres. Thread-safe; throws JdbiException when Postgres is away. */
final class Accounts {
    private static final String COLUMNS = "user_id, organisation_id, name, role, password_hash, active";

    private final Database database;

    Accounts(Database database) {
        this.database = database;
    }

    /** The user with this e-mail; the organisation is not known yet, so the e-mail itself opens the row. */
    Optional<Account> byEmail(String email) {
        return database.jdbi().inTransaction(handle -> {
            Presenting.set(handle, "colloquy.sign_in_email", email);
            return handle.createQuery("select " + COLUMNS + " from identity.users where email = :email")
                    .bind("email", email)
                    .map((row, context) -> account(row))
                    .findOne();
        });
    }

    /** The user with this id; the handle is within their organisation. */
    static Optional<Account> byId(Handle handle, UUID userId) {
        return handle.createQuery("select " + COLUMNS + " from identity.users where user_id = :user")
                .bind("user", userId)
                .map((row, context) -> account(row))
                .findOne();
    }

    void save(OrganisationSettings settings) {
        database.inOrganisation(settings.organisationId().toString(), handle -> {
            Organisations.save(handle, settings);
            return settings;
        });
    }

    void save(NewUser user, String passwordHash) {
        database.inOrganisation(
                user.organisationId().toString(),
                handle -> handle.createUpdate("""
                        insert into identity.users
                            (user_id, organisation_id, email, name, role, password_hash, active)
                        values (:user, :organisation, :email, :name, :role, :hash, true)
                        on conflict (user_id) do update set
                            email = excluded.email, name = excluded.name, role = excluded.role,
                            password_hash = excluded.password_hash, active = true
                        """)
                        .bind("user", user.userId())
                        .bind("organisation", user.organisationId())
                        .bind("email", user.email())
                        .bind("name", user.name())
                        .bind("role", user.role().wireName())
                        .bind("hash", passwordHash)
                        .execute());
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("user_id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("name"),
                Role.ofWireName(row.getString("role")),
                row.getString("password_hash"),
                row.getBoolean("active"));
    }
}
