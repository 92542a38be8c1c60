package io.colloquy.reports.sessions;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.ids.Ids;
import io.colloquy.reports.http.Parameters;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * The one way to a session: who calls, whether they may know of it, and whether it is as new as they ask for. What is
 * not theirs is answered like what does not exist.
 */
public final class VisibleSessions {
    private static final Duration POLL = Duration.ofMillis(25);

    private final Guard guard;
    private final Database database;
    private final Duration patience;

    /** @param patience how long {@code min_seq} is waited for */
    public VisibleSessions(Guard guard, Database database, Duration patience) {
        this.guard = guard;
        this.database = database;
        this.patience = patience;
    }

    /**
     * The session that a request names in its path as {@code id}.
     *
     * @throws Problem 401 without a token, 404 when there is none for this caller, 503 when {@code min_seq} does not come
     */
    public SessionRow require(Context context) {
        Principal principal = guard.principal(context);
        String sessionId = context.pathParam("id");
        long minSeq = Parameters.whole(context, "min_seq", 0, Long.MAX_VALUE, 0);
        if (!Ids.isUuid(sessionId)) {
            throw unknown(sessionId);
        }
        SessionRow session = find(principal, sessionId)
                .filter(row -> mayRead(principal, row.sessionId(), row.candidateId()))
                .or(() -> awaited(principal, sessionId, minSeq))
                .orElseThrow(() -> unknown(sessionId));
        return session.seq() >= minSeq
                ? session
                : awaited(principal, sessionId, minSeq).orElseThrow(() -> behind(minSeq, session.seq()));
    }

    /** Whether the reader works for the organisation, and is not the candidate. */
    public boolean isStaff(Context context) {
        return guard.principal(context).role() != Role.CANDIDATE;
    }

    /** The reader's user id. */
    public String reader(Context context) {
        return guard.principal(context).userId();
    }

    /** Whether a caller of the session's organisation may read it. */
    static boolean mayRead(Principal principal, String sessionId, String candidateId) {
        if (principal.role() != Role.CANDIDATE) {
            return true;
        }
        return principal
                .sessionId()
                .map(sessionId::equals)
                .orElseGet(() -> principal.userId().equals(candidateId));
    }

    private Optional<SessionRow> find(Principal principal, String sessionId) {
        return database.inOrganisation(principal.organisationId(), handle -> SessionQueries.find(handle, sessionId));
    }

    private Optional<SessionRow> awaited(Principal principal, String sessionId, long minSeq) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (minSeq > 0 && System.nanoTime() < deadline) {
            Optional<Long> seq = database.inOrganisation(
                    principal.organisationId(), handle -> SessionQueries.seq(handle, sessionId));
            if (seq.isPresent() && seq.get() >= minSeq) {
                return find(principal, sessionId).filter(row -> mayRead(principal, sessionId, row.candidateId()));
            }
            pause();
        }
        return Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Expected to wait for the read model, but the service is stopping");
        }
    }

    private static Problem unknown(String sessionId) {
        return Problem.notFound("Expected a session that you may read, but '%s' is not one".formatted(sessionId));
    }

    private static Problem behind(long minSeq, long seq) {
        return Problem.unavailable(
                "Expected the session's seq %d to be projected, but the read model is at %d".formatted(minSeq, seq));
    }
}
