package io.colloquy.ingest.frames;

import io.colloquy.ingest.IngestMetric;
import io.colloquy.ingest.live.LiveSessions;
import io.colloquy.ingest.live.RedisLink;
import io.colloquy.ingest.sessions.SessionAccess;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.limits.LocalBuckets;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.SessionSnapshot;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One picture over HTTP, for clients without a socket; the same rules. */
public final class FrameEndpoint {
    private static final int PATIENCE_SECONDS = 2;

    private final Guard guard;
    private final SessionAccess access;
    private final FrameLog log;
    private final LocalBuckets budget;
    private final RedisLink redis;
    private final Metrics metrics;
    private final Clock clock;

    record Settled(String sessionId, String stream, long seq, long settled, boolean duplicate) {}

    /** @param budget of each session, shared with its socket */
    public FrameEndpoint(
            Guard guard,
            SessionAccess access,
            FrameLog log,
            LocalBuckets budget,
            RedisLink redis,
            Metrics metrics,
            Clock clock) {
        this.guard = guard;
        this.access = access;
        this.log = log;
        this.budget = budget;
        this.redis = redis;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** {@code POST /api/v1/interviews/{id}/frames}. */
    public void take(Context context) {
        SessionAccess.Known known = access.requireOwn(guard.principal(context), context.pathParam("id"));
        FrameMessage frame = frame(context);
        String key = LiveKeys.settled(known.sessionId(), frame.stream().toString());
        long settled = redis.get(key).map(Long::parseLong).orElse(-1L);
        boolean duplicate = frame.seq() <= settled;
        if (frame.seq() > settled + 1) {
            throw outOfOrder(frame, settled);
        }
        if (!duplicate) {
            refusal(known, frame).ifPresent(reason -> {
                metrics.counter(IngestMetric.FRAMES).labels(reason.name()).inc();
                throw problem(reason);
            });
            store(known.snapshot().orElseThrow(), frame, HttpService.correlationId(context));
            redis.set(key, Long.toString(frame.seq()), LiveSessions.KEPT);
        }
        context.json(new Settled(
                known.sessionId(), frame.stream().toString(), frame.seq(), Math.max(settled, frame.seq()), duplicate));
    }

    private Optional<FrameRefusal> refusal(SessionAccess.Known known, FrameMessage frame) {
        return FrameRules.ofPicture(frame.jpeg())
                .or(() -> FrameRules.ofSession(known.snapshot()))
                .or(() ->
                        budget.tryTake(known.sessionId()) ? Optional.empty() : Optional.of(FrameRefusal.RATE_LIMITED));
    }

    private void store(SessionSnapshot session, FrameMessage frame, String correlationId) {
        try {
            log.append(session, frame, correlationId).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            metrics.counter(IngestMetric.FRAMES).labels("stored").inc();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStored();
        } catch (ExecutionException | TimeoutException e) {
            metrics.counter(IngestMetric.FRAMES).labels("failed").inc();
            throw notStored();
        }
    }

    private FrameMessage frame(Context context) {
        String stream = context.header("X-Stream");
        if (!Ids.isUuid(stream)) {
            throw Problem.invalidRequest("Expected X-Stream as a UUID, but it is not");
        }
        return new FrameMessage(UUID.fromString(stream), seq(context), capturedAt(context), context.bodyAsBytes());
    }

    private static long seq(Context context) {
        try {
            long seq =
                    Long.parseLong(Optional.ofNullable(context.header("X-Seq")).orElse(""));
            if (seq >= 0 && seq <= FrameMessage.MAX_SEQ) {
                return seq;
            }
        } catch (NumberFormatException e) {
            throw noSeq();
        }
        throw noSeq();
    }

    private static Problem noSeq() {
        return Problem.invalidRequest("Expected X-Seq as a whole number from 0, but it is not");
    }

    private Instant capturedAt(Context context) {
        String text = context.header("X-Captured-At");
        try {
            return text == null
                    ? clock.instant()
                    : text.chars().allMatch(Character::isDigit)
                            ? Instant.ofEpochMilli(Long.parseLong(text))
                            : Instant.parse(text);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw Problem.invalidRequest("Expected X-Captured-At in ISO-8601 or epoch milliseconds, but it is not");
        }
    }

    /** Or else the frames in between would count as settled without ever having come. */
    private static Problem outOfOrder(FrameMessage frame, long settled) {
        return Problem.rejected(
                "OUT_OF_ORDER",
                "Expected frame %d of the stream next, but got %d".formatted(settled + 1, frame.seq()),
                Map.of("settled", settled));
    }

    private static Problem problem(FrameRefusal reason) {
        return switch (reason) {
            case TOO_LARGE ->
                Problem.tooLarge(
                        "Expected a picture of at most %d bytes, but it is larger".formatted(FrameRules.MAX_BYTES));
            case NOT_A_JPEG -> Problem.invalidRequest("Expected a JPEG, but the bytes do not begin like one");
            case RATE_LIMITED -> Problem.rateLimited("Expected fewer frames a second, but there were more");
            case UNCHECKED -> Problem.unavailable("Expected to check consent, but the session cannot be read yet");
            case NO_CONSENT, SESSION_OVER, PAUSED ->
                Problem.rejected(reason.name(), "Expected a session that takes frames now, but it does not", Map.of());
        };
    }

    private static Problem notStored() {
        return Problem.unavailable("Expected Kafka to take the frame in time, but it did not; send it again");
    }
}
