package io.colloquy.ingest.commands;

import io.colloquy.platform.http.Problem;
import io.colloquy.schemas.live.Decision;
import io.colloquy.schemas.live.SessionSnapshot;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** Answers a command: done, refused, or not known yet. */
public final class CommandReplies {
    private CommandReplies() {}

    record Done(String sessionId, String commandId, long seq, String type, SessionSnapshot session) {}

    record Pending(String sessionId, String commandId, String status) {}

    /**
     * Sends 200 or 202.
     *
     * @throws Problem 409 when the command was refused
     */
    static void send(Context context, Request request, Commands.Outcome outcome) {
        Optional<Decision> decision = accepted(request, outcome);
        if (decision.isEmpty()) {
            pending(context, request);
            return;
        }
        context.json(new Done(
                request.sessionId(),
                request.commandId(),
                outcome.session()
                        .map(SessionSnapshot::version)
                        .orElse(decision.get().seq()),
                decision.get().type(),
                outcome.session().orElse(null)));
    }

    /** Sends 202: decided later. */
    public static void pending(Context context, Request request) {
        context.status(202).json(new Pending(request.sessionId(), request.commandId(), "pending"));
    }

    /**
     * The decision, when it was in favour; empty when there is none yet.
     *
     * @throws Problem 409 when the command was refused
     */
    public static Optional<Decision> accepted(Request request, Commands.Outcome outcome) {
        outcome.decision().filter(it -> !it.accepted()).ifPresent(it -> {
            throw Problem.rejected(
                    it.rejection(),
                    it.reason(),
                    Map.of("session_id", request.sessionId(), "command_id", request.commandId(), "seq", it.seq()));
        });
        return outcome.decision();
    }
}
