package io.colloquy.ingest.sessions;

import io.colloquy.ingest.live.LiveSessions;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.ids.Ids;
import io.colloquy.schemas.live.SessionSnapshot;
import java.util.Optional;

/** Lets callers at sessions. Unknown and foreign sessions look the same: 404. Thread-safe. */
public final class SessionAccess {
    private final LiveSessions sessions;

    /**
     * A session that the caller may know of.
     *
     * @param snapshot absent for a moment after its start
     */
    public record Known(String sessionId, Standing standing, Optional<SessionSnapshot> snapshot) {}

    /** @param sessions where they are read */
    public SessionAccess(LiveSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * A session that the caller may read.
     *
     * @throws Problem 404 when there is none
     */
    public Known require(Principal principal, String sessionId) {
        if (!Ids.isUuid(sessionId)) {
            throw none(sessionId);
        }
        Optional<SessionSnapshot> snapshot = sessions.snapshot(sessionId);
        Optional<String> starter = snapshot.isPresent() ? Optional.empty() : sessions.starter(sessionId);
        Standing standing = Standing.of(principal, snapshot, starter);
        if (standing == Standing.NONE) {
            throw none(sessionId);
        }
        return new Known(sessionId, standing, snapshot);
    }

    /**
     * The caller's own session.
     *
     * @throws Problem 404 when there is none, 403 when it is another's of the same organisation
     */
    public Known requireOwn(Principal principal, String sessionId) {
        Known known = require(principal, sessionId);
        if (known.standing() != Standing.OWN) {
            throw Problem.forbidden("Expected the session's own candidate, but the caller is somebody else");
        }
        return known;
    }

    /**
     * A session that the caller may end: their own, or as interviewer or admin of the organisation.
     *
     * @throws Problem 404 when there is none, 403 in another role
     */
    public Known requireOwnOrReviewed(Principal principal, String sessionId) {
        Known known = require(principal, sessionId);
        if (known.standing() != Standing.OWN && !reviews(principal)) {
            throw Problem.forbidden("Expected the session's candidate, an interviewer or an admin, but the caller is %s"
                    .formatted(principal.role().wireName()));
        }
        return known;
    }

    /**
     * A session that the caller reviews.
     *
     * @throws Problem 404 when there is none, 403 in another role
     */
    public Known requireReviewed(Principal principal, String sessionId) {
        Known known = require(principal, sessionId);
        if (!reviews(principal)) {
            throw Problem.forbidden("Expected an interviewer or an admin, but the caller is %s"
                    .formatted(principal.role().wireName()));
        }
        return known;
    }

    private static boolean reviews(Principal principal) {
        return principal.role() == Role.INTERVIEWER || principal.role() == Role.ADMIN;
    }

    private static Problem none(String sessionId) {
        return Problem.notFound(
                Ids.isUuid(sessionId)
                        ? "Expected a session that the caller may see, but '%s' is none".formatted(sessionId)
                        : "Expected a session id, but the path has something else");
    }
}
