package io.colloquy.ingest.sessions;

import io.colloquy.ingest.commands.Commands;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.schemas.live.SessionSnapshot;
import io.javalin.http.Context;

/** Reading a session as it is now. */
public final class SessionEndpoints {
    private final Guard guard;
    private final SessionAccess access;
    private final Commands commands;

    /** @param commands waits for a session that was only just asked for */
    public SessionEndpoints(Guard guard, SessionAccess access, Commands commands) {
        this.guard = guard;
        this.access = access;
        this.commands = commands;
    }

    /** {@code GET /api/v1/interviews/{id}}; takes {@code min_seq}. */
    public void read(Context context) {
        SessionAccess.Known known = access.require(guard.principal(context), context.pathParam("id"));
        long least = minSeq(context);
        SessionSnapshot session = known.snapshot()
                .filter(it -> it.version() >= least)
                .or(() -> commands.awaitSession(known.sessionId(), it -> it.version() >= least))
                .filter(it -> it.version() >= least)
                .orElseThrow(() -> Problem.unavailable(
                        "Expected the session at seq %d or later, but it is not there yet".formatted(least)));
        context.header("Cache-Control", "no-store").json(session);
    }

    private static long minSeq(Context context) {
        String text = context.queryParam("min_seq");
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalidRequest("Expected min_seq as a whole number, but it is not");
        }
    }
}
