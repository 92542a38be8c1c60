package io.colloquy.ingest.guests;

import io.colloquy.events.Personal;
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
import io.colloquy.schemas.wire.ContractClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Guest links in Postgres: the token as a hash, name and job description sealed under the key of the session that the link will become.
 * Thread-safe; throws JdbiException when Postgres is away.
 */
public final class GuestLinks implements GuestPrincipals {
    private static final String COLUMNS =
            "link_id, organisation_id, setup, candidate_name, job_description, expires_at, redeemed_at, started_at";

    static {
        ContractClasses.trust();
    }

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
        Optional<byte[]> name =
                setup.candidateName().map(it -> bytes(sealer.seal(subject, PersonalContent.CANDIDATE_NAME, it)));
        Optional<byte[]> description =
                jobDescription.map(it -> bytes(sealer.seal(subject, PersonalContent.JOB_DESCRIPTION, it)));
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

    /** The link that a token opens, marked as redeemed at its first time; empty when there is none. */
    Optional<GuestLink> redeem(RandomToken token) {
        return database.jdbi().inTransaction(handle -> {
            Presenting.token(handle, token.hash());
            Optional<String> organisation = handle.createQuery(
                            "select organisation_id from identity.guest_links where token_hash = :hash")
                    .bind("hash", token.hash())
                    .mapTo(String.class)
                    .findOne();
            return organisation.map(it -> redeem(handle, it, token));
        });
    }

    /** The link of a guest. */
    public Optional<GuestLink> find(String organisationId, UUID linkId) {
        return database.inOrganisation(organisationId, handle -> find(handle, linkId));
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
    public Optional<Principal> of(Handle handle, UUID linkId) {
        return find(handle, linkId).map(GuestLink::principal);
    }

    private GuestLink redeem(Handle handle, String organisationId, RandomToken token) {
        Presenting.organisation(handle, organisationId);
        GuestLink link = handle.createQuery(
                        "select " + COLUMNS + " from identity.guest_links where token_hash = :hash for update")
                .bind("hash", token.hash())
                .map((row, context) -> link(row))
                .one();
        if (!link.redeemed() && clock.instant().isBefore(link.expiresAt())) {
            handle.createUpdate("update identity.guest_links set redeemed_at = :now where link_id = :link")
                    .bind("now", now())
                    .bind("link", link.linkId())
                    .execute();
        }
        return link;
    }

    private Optional<GuestLink> find(Handle handle, UUID linkId) {
        return handle.createQuery("select " + COLUMNS + " from identity.guest_links where link_id = :link")
                .bind("link", linkId)
                .map((row, context) -> link(row))
                .findOne();
    }

    private GuestLink link(ResultSet row) throws SQLException {
        UUID linkId = row.getObject("link_id", UUID.class);
        String organisationId = row.getString("organisation_id");
        Subject subject = GuestLink.subject(linkId, organisationId);
        Optional<String> name = opened(subject, PersonalContent.CANDIDATE_NAME, row.getBytes("candidate_name"));
        Optional<String> description =
                opened(subject, PersonalContent.JOB_DESCRIPTION, row.getBytes("job_description"));
        InterviewSetup setup = InterviewSetup.of(Json.read(row.getString("setup"), InterviewSetup.Fields.class));
        return new GuestLink(
                linkId,
                organisationId,
                setup.withName(name),
                description,
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("redeemed_at") != null,
                row.getObject("started_at") != null);
    }

    private Optional<String> opened(Subject subject, String type, byte[] sealed) {
        return Optional.ofNullable(sealed).map(it -> sealer.openText(subject, type, personal(it)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] bytes(Personal personal) {
        try {
            ByteBuffer encoded = personal.toByteBuffer();
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Personal personal(byte[] bytes) {
        try {
            return Personal.fromByteBuffer(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
