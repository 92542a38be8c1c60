package io.colloquy.ingest.guests;

import io.colloquy.ingest.identity.GuestPrincipals;
import io.colloquy.ingest.identity.Presenting;
import io.colloquy.ingest.identity.RandomToken;
import io.colloquy.ingest.sessions.InterviewSetup;
import io.colloquy.platform.database.Database;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Guest links in Postgres: the token as a hash, name and job description sealed under the key of the session that the link will become.
 * Thread-safe; throws JdbiException when Postgres is away.
 */
public final class GuestLinks implements GuestPrincipals {
    private final Database database;
    private final Sealer sealer;
    private final Clock clock;

    /** @param sealer seals and opens what is personal */
    public GuestLinks(Database database, Sealer sealer, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Keeps a new link; the token itself is handed out by the caller, once. */
    void create(
            Principal creator,
            UUID linkId,
            RandomToken token,
            InterviewSetup setup,
            Optional<String> jobDescription,
            Instant expiresAt) {
        Subject subject = GuestLink.subject(linkId, creator.organisationId());
        Optional<byte[]> name = setup.candidateName()
                .map(it -> SealedLink.bytes(sealer.seal(subject, PersonalContent.CANDIDATE_NAME, it)));
        Optional<byte[]> description =
                jobDescription.map(it -> SealedLink.bytes(sealer.seal(subject, PersonalContent.JOB_DESCRIPTION, it)));
        database.inOrganisation(
                creator.organisationId(),
                handle -> handle.createUpdate("""
                        insert into identity.guest_links
                            (link_id, organisation_id, token_hash, setup, candidate_name, job_description, created_by,
                             expires_at)
                        values (:link, :organisation, :hash, cast(:setup as jsonb), cast(:name as bytea),
                                cast(:description as bytea), :creator, :expires)
                        """)
                        .bind("link", linkId)
                        .bind("organisation", UUID.fromString(creator.organisationId()))
                        .bind("hash", token.hash())
                        .bind(
                                "setup",
                                Json.write(setup.withName(Optional.empty()).fields()))
                        .bind("name", name.orElse(null))
                        .bind("description", description.orElse(null))
                        .bind("creator", UUID.fromString(creator.userId()))
                        .bind("expires", expiresAt.atOffset(ZoneOffset.UTC))
                        .execute());
    }

    /**
     * The link that a token opens, marked as redeemed at its first time; empty when there is none. It is opened before it is
     * marked, so that a link whose content cannot be read now is good for another time.
     */
    Optional<GuestLink> redeem(RandomToken token) {
        Optional<SealedLink> sealed = database.jdbi().inTransaction(handle -> find(handle, token));
        return sealed.map(it -> it.open(sealer))
                .map(link -> link.isGoodAt(clock.instant()) && !firstToCome(link) ? link.used() : link);
    }

    /** The link of a guest. */
    public Optional<GuestLink> find(String organisationId, UUID linkId) {
        return database.inOrganisation(organisationId, handle -> find(handle, linkId))
                .map(it -> it.open(sealer));
    }

    /** Notes that the interview was asked for. */
    public void started(String organisationId, UUID linkId) {
        database.inOrganisation(
                organisationId,
                handle -> handle.createUpdate(
                                "update identity.guest_links set started_at = coalesce(started_at, :now) where link_id = :link")
                        .bind("now", now())
                        .bind("link", linkId)
                        .execute());
    }

    @Override
    public Optional<Supplier<Principal>> of(Handle handle, UUID linkId) {
        return find(handle, linkId)
                .map(link -> () -> link.openWithoutDescription(sealer).principal());
    }

    private boolean firstToCome(GuestLink link) {
        return database.inOrganisation(
                link.organisationId(),
                handle -> handle.createUpdate("""
                        update identity.guest_links set redeemed_at = :now where link_id = :link and redeemed_at is null
                        """)
                                .bind("now", now())
                                .bind("link", link.linkId())
                                .execute()
                        == 1);
    }

    private static Optional<SealedLink> find(Handle handle, RandomToken token) {
        Presenting.token(handle, token.hash());
        return handle.createQuery(
                        "select " + SealedLink.COLUMNS + " from identity.guest_links where token_hash = :hash")
                .bind("hash", token.hash())
                .map((row, context) -> SealedLink.of(row))
                .findOne();
    }

    private static Optional<SealedLink> find(Handle handle, UUID linkId) {
        return handle.createQuery("select " + SealedLink.COLUMNS + " from identity.guest_links where link_id = :link")
                .bind("link", linkId)
                .map((row, context) -> SealedLink.of(row))
                .findOne();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
