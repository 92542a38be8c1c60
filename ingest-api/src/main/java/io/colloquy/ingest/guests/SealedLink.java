package io.colloquy.ingest.guests;

import io.colloquy.events.Personal;
import io.colloquy.ingest.sessions.InterviewSetup;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A guest link as its row has it. To be opened after the transaction that read it: opening may ask for the session's key over a
 * connection of its own, and whoever holds one while waiting for another can use up a pool.
 *
 * @param setup without the name
 */
record SealedLink(
        UUID linkId,
        String organisationId,
        InterviewSetup setup,
        Optional<Personal> name,
        Optional<Personal> jobDescription,
        Instant expiresAt,
        boolean redeemed,
        boolean started) {
    /** What {@link #of} reads. */
    static final String COLUMNS =
            "link_id, organisation_id, setup, candidate_name, job_description, expires_at, redeemed_at, started_at";

    static {
        ContractClasses.trust();
    }

    static SealedLink of(ResultSet row) throws SQLException {
        return new SealedLink(
                row.getObject("link_id", UUID.class),
                row.getString("organisation_id"),
                InterviewSetup.of(Json.read(row.getString("setup"), InterviewSetup.Fields.class)),
                personal(row.getBytes("candidate_name")),
                personal(row.getBytes("job_description")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("redeemed_at") != null,
                row.getObject("started_at") != null);
    }

    GuestLink open(Sealer sealer) {
        return opened(sealer, jobDescription);
    }

    /** Without what nobody asks for at a refresh. */
    GuestLink openWithoutDescription(Sealer sealer) {
        return opened(sealer, Optional.empty());
    }

    private GuestLink opened(Sealer sealer, Optional<Personal> description) {
        Subject subject = GuestLink.subject(linkId, organisationId);
        return new GuestLink(
                linkId,
                organisationId,
                setup.withName(name.map(it -> sealer.openText(subject, PersonalContent.CANDIDATE_NAME, it))),
                description.map(it -> sealer.openText(subject, PersonalContent.JOB_DESCRIPTION, it)),
                expiresAt,
                redeemed,
                started);
    }

    static byte[] bytes(Personal personal) {
        try {
            ByteBuffer encoded = personal.toByteBuffer();
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Personal> personal(byte[] column) {
        return Optional.ofNullable(column).map(bytes -> {
            try {
                return Personal.fromByteBuffer(ByteBuffer.wrap(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
