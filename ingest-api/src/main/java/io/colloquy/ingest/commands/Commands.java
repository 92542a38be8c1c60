package io.colloquy.ingest.commands;

import io.colloquy.ingest.IngestMetric;
import io.colloquy.ingest.live.LiveChannels;
import io.colloquy.ingest.live.LiveSessions;
import io.colloquy.ingest.live.LiveWait;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.live.Decision;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.SessionSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * Sends commands and waits for their decision: subscribe, look whether it was decided before, append, wait. Thread-safe.
 */
public final class Commands {
    /** How long a request waits for what was decided. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandLog log;
    private final LiveSessions sessions;
    private final LiveChannels channels;
    private final Metrics metrics;
    private final Clock clock;

    /**
     * @param log where commands go
     * @param sessions where decisions are read
     * @param channels where they are announced
     */
    public Commands(CommandLog log, LiveSessions sessions, LiveChannels channels, Metrics metrics, Clock clock) {
        this.log = log;
        this.sessions = sessions;
        this.channels = channels;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What became of a command.
     *
     * @param decision absent when it took longer than {@link #PATIENCE}
     * @param session as of that decision or later; absent likewise
     */
    public record Outcome(Optional<Decision> decision, Optional<SessionSnapshot> session) {}

    /**
     * Sends a command, unless one of that name was decided before.
     *
     * @param payload makes the payload; not asked for a command that was decided before
     */
    public Outcome send(Request request, Supplier<SpecificRecord> payload) {
        String sessionId = request.sessionId();
        try (LiveWait wait = new LiveWait(channels, LiveKeys.session(sessionId))) {
            Optional<Decision> decision = sessions.decision(sessionId, request.commandId());
            if (decision.isEmpty()) {
                decision = append(request, payload.get(), wait);
            }
            Optional<SessionSnapshot> session = decision.flatMap(it -> wait.until(
                    PATIENCE, () -> sessions.snapshot(sessionId).filter(snapshot -> snapshot.version() >= it.seq())));
            return new Outcome(decision, session);
        }
    }

    /** The session once it is as wished, or as it is after {@link #PATIENCE}. */
    public Optional<SessionSnapshot> awaitSession(String sessionId, Predicate<SessionSnapshot> wished) {
        try (LiveWait wait = new LiveWait(channels, LiveKeys.session(sessionId))) {
            return wait.until(PATIENCE, () -> sessions.snapshot(sessionId).filter(wished))
                    .or(() -> sessions.snapshot(sessionId));
        }
    }

    private Optional<Decision> append(Request request, SpecificRecord payload, LiveWait wait) {
        long started = System.nanoTime();
        log.append(request.command(payload, clock.instant()), request.traceparent());
        Optional<Decision> decision =
                wait.until(PATIENCE, () -> sessions.decision(request.sessionId(), request.commandId()));
        String type = payload.getSchema().getName();
        metrics.counter(IngestMetric.COMMANDS).labels(type, outcome(decision)).inc();
        metrics.histogram(IngestMetric.DECISION_SECONDS).labels(type).observe((System.nanoTime() - started) / 1e9);
        return decision;
    }

    private static String outcome(Optional<Decision> decision) {
        return decision.map(it -> it.accepted() ? "accepted" : "rejected").orElse("pending");
    }
}
