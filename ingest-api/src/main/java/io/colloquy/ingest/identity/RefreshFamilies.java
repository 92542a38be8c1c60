package io.colloquy.ingest.identity;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Refresh tokens, kept as hashes, in families: one family for each sign-in, ended as a whole. A row lock on the family puts
 * refreshes of several tabs in order. Thread-safe; throws JdbiException when Postgres is away.
 */
public final class RefreshFamilies {
    private final Database database;
    private final GuestPrincipals guests;
    private final Clock clock;
    private final Duration life;

    private record Token(UUID familyId, String organisationId) {}

    private record Family(
            Optional<UUID> userId, Optional<UUID> linkId, Instant expiresAt, RefreshRotation.Presented presented) {}

    private record Rotated(Supplier<Principal> principal, RandomToken successor, Instant until) {}

    /** @param life of a family, from the sign-in on */
    public RefreshFamilies(Database database, GuestPrincipals guests, Clock clock, Duration life) {
        this.database = database;
        this.guests = guests;
        this.clock = clock;
        this.life = life;
    }

    /** Opens a family for somebody who has just signed in; the handle is within their organisation. */
    public SignedIn open(Handle handle, Principal principal) {
        Instant until = clock.instant().plus(life);
        UUID familyId = Ids.next();
        Optional<UUID> link = principal.guestLinkId().map(UUID::fromString);
        UUID user = link.isPresent() ? null : UUID.fromString(principal.userId());
        handle.createUpdate(
                        "delete from identity.refresh_families where user_id = cast(:user as uuid) and expires_at < :now")
                .bind("user", user)
                .bind("now", at(clock.instant()))
                .execute();
        handle.createUpdate("""
                        insert into identity.refresh_families
                            (family_id, organisation_id, user_id, link_id, expires_at)
                        values (:family, :organisation, cast(:user as uuid), cast(:link as uuid), :until)
                        """)
                .bind("family", familyId)
                .bind("organisation", UUID.fromString(principal.organisationId()))
                .bind("user", user)
                .bind("link", link.orElse(null))
                .bind("until", at(until))
                .execute();
        return new SignedIn(principal, successor(handle, familyId, principal.organisationId()), until);
    }

    /** Opens a family in a transaction of its own. */
    public SignedIn open(Principal principal) {
        return database.inOrganisation(principal.organisationId(), handle -> open(handle, principal));
    }

    /** Trades a token for its successor; empty when it is not worth one. */
    public Optional<SignedIn> rotate(RandomToken presented) {
        Optional<Rotated> rotated = database.jdbi().inTransaction(handle -> {
            Optional<Token> token = find(handle, presented);
            return token.flatMap(it -> rotate(handle, presented, it));
        });
        return rotated.map(it -> new SignedIn(it.principal().get(), it.successor(), it.until()));
    }

    /** Ends the family that a token belongs to, if it is one. */
    public void end(RandomToken presented) {
        database.jdbi()
                .useTransaction(handle -> find(handle, presented).ifPresent(token -> {
                    Presenting.organisation(handle, token.organisationId());
                    kill(handle, token.familyId());
                }));
    }

    private Optional<Rotated> rotate(Handle handle, RandomToken presented, Token token) {
        Presenting.organisation(handle, token.organisationId());
        Family family = lock(handle, presented, token);
        return switch (RefreshRotation.judge(family.presented(), clock.instant())) {
            case OVER -> Optional.empty();
            case REUSED -> {
                kill(handle, token.familyId());
                yield Optional.empty();
            }
            case ROTATE -> {
                use(handle, presented);
                yield principal(handle, family)
                        .map(principal -> new Rotated(
                                principal,
                                successor(handle, token.familyId(), token.organisationId()),
                                family.expiresAt()));
            }
        };
    }

    private Optional<Supplier<Principal>> principal(Handle handle, Family family) {
        return family.linkId().isPresent()
                ? guests.of(handle, family.linkId().get())
                : family.userId()
                        .flatMap(user -> Accounts.byId(handle, user))
                        .filter(Account::active)
                        .map(account -> account::principal);
    }

    private static Optional<Token> find(Handle handle, RandomToken presented) {
        Presenting.token(handle, presented.hash());
        return handle.createQuery(
                        "select family_id, organisation_id from identity.refresh_tokens where token_hash = :hash")
                .bind("hash", presented.hash())
                .map((row, context) ->
                        new Token(row.getObject("family_id", UUID.class), row.getString("organisation_id")))
                .findOne();
    }

    private static Family lock(Handle handle, RandomToken presented, Token token) {
        handle.createQuery("select family_id from identity.refresh_families where family_id = :family for update")
                .bind("family", token.familyId())
                .mapTo(UUID.class)
                .one();
        return handle.createQuery("""
                        select user_id, link_id, expires_at, killed_at, used_at
                        from identity.refresh_families join identity.refresh_tokens using (family_id)
                        where token_hash = :hash
                        """)
                .bind("hash", presented.hash())
                .map((row, context) -> family(row))
                .one();
    }

    private static Family family(ResultSet row) throws SQLException {
        Instant expiresAt = instant(row, "expires_at").orElseThrow();
        return new Family(
                Optional.ofNullable(row.getObject("user_id", UUID.class)),
                Optional.ofNullable(row.getObject("link_id", UUID.class)),
                expiresAt,
                new RefreshRotation.Presented(expiresAt, instant(row, "killed_at"), instant(row, "used_at")));
    }

    private RandomToken successor(Handle handle, UUID familyId, String organisationId) {
        RandomToken token = RandomToken.next();
        handle.createUpdate("""
                        insert into identity.refresh_tokens (token_hash, family_id, organisation_id, issued_at)
                        values (:hash, :family, :organisation, :now)
                        """)
                .bind("hash", token.hash())
                .bind("family", familyId)
                .bind("organisation", UUID.fromString(organisationId))
                .bind("now", at(clock.instant()))
                .execute();
        return token;
    }

    private void use(Handle handle, RandomToken presented) {
        handle.createUpdate(
                        "update identity.refresh_tokens set used_at = coalesce(used_at, :now) where token_hash = :hash")
                .bind("now", at(clock.instant()))
                .bind("hash", presented.hash())
                .execute();
    }

    private void kill(Handle handle, UUID familyId) {
        handle.createUpdate("""
                        update identity.refresh_families set killed_at = coalesce(killed_at, :now)
                        where family_id = :family
                        """)
                .bind("now", at(clock.instant()))
                .bind("family", familyId)
                .execute();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
