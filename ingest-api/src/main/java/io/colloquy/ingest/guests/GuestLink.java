package io.colloquy.ingest.guests;

import io.colloquy.ingest.sessions.InterviewSetup;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.sealing.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A guest link as kept, its name and job description unsealed.
 *
 * @param setup what the interview is about
 * @param jobDescription what the invitation says of the job
 * @param redeemed whether somebody came by it
 * @param started whether the interview was asked for
 */
public record GuestLink(
        UUID linkId,
        String organisationId,
        InterviewSetup setup,
        Optional<String> jobDescription,
        Instant expiresAt,
        boolean redeemed,
        boolean started) {
    private static final String UNNAMED = "Guest";

    /** The only session that a link can become. */
    public static String sessionOf(String linkId) {
        return Ids.named("colloquy/guest-session/" + linkId).toString();
    }

    /** Whose content a link's name and job description are. */
    static Subject subject(UUID linkId, String organisationId) {
        return new Subject(organisationId, sessionOf(linkId.toString()));
    }

    /** Whether somebody may come by it now. */
    boolean isGoodAt(Instant now) {
        return !redeemed && now.isBefore(expiresAt);
    }

    /** When somebody else came first. */
    GuestLink used() {
        return new GuestLink(linkId, organisationId, setup, jobDescription, expiresAt, true, started);
    }

    /** The guest who comes by this link: named by the link itself, for there is no account. */
    Principal principal() {
        String id = linkId.toString();
        return new Principal(
                id,
                organisationId,
                Role.CANDIDATE,
                setup.candidateName().orElse(UNNAMED),
                started ? Optional.of(sessionOf(id)) : Optional.empty(),
                Optional.of(id));
    }
}
