package io.colloquy.ingest.socket;

import io.colloquy.ingest.IngestMetric;
import io.colloquy.ingest.frames.FrameLog;
import io.colloquy.ingest.frames.FrameMessage;
import io.colloquy.ingest.frames.FrameRefusal;
import io.colloquy.ingest.frames.FrameRules;
import io.colloquy.ingest.live.LiveSessions;
import io.colloquy.ingest.live.RedisLink;
import io.colloquy.platform.limits.LocalBuckets;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.KeyDestroyedException;
import io.colloquy.platform.sealing.KeysUnavailableException;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.SessionSnapshot;
import io.colloquy.schemas.registry.RegistryUnavailableException;
import io.lettuce.core.RedisException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes one socket's frames, stream by stream: checks, stores, settles. Called by one thread; acknowledgements leave from
 * Kafka's.
 */
final class FrameIntake {
    private final String sessionId;
    private final String correlationId;
    private final Supplier<Optional<SessionSnapshot>> session;
    private final Supplier<Optional<SessionSnapshot>> freshSession;
    private final Tools tools;
    private final Outbox outbox;
    private Stream current;

    /** What every intake of this instance shares. */
    record Tools(FrameLog log, LocalBuckets budget, RedisLink redis, Metrics metrics) {}

    private record Stream(UUID id, StreamProgress progress, LatestWrite memory) {}

    /**
     * @param session as it was read last
     * @param freshSession reads it now; empty when it cannot be
     */
    FrameIntake(
            String sessionId,
            String correlationId,
            Supplier<Optional<SessionSnapshot>> session,
            Supplier<Optional<SessionSnapshot>> freshSession,
            Tools tools,
            Outbox outbox) {
        this.sessionId = sessionId;
        this.correlationId = correlationId;
        this.session = session;
        this.freshSession = freshSession;
        this.tools = tools;
        this.outbox = outbox;
    }

    void hello(UUID stream) {
        long settled = remembered(stream);
        String key = LiveKeys.settled(sessionId, stream.toString());
        current = new Stream(
                stream,
                new StreamProgress(settled),
                new LatestWrite(settled, seq -> tools.redis().setSoon(key, Long.toString(seq), LiveSessions.KEPT)));
        outbox.put(new ServerMessage.Welcome(stream.toString(), settled));
    }

    /** A frame without a number is the next one of the current stream. */
    void frame(ClientMessage.JsonFrame frame) {
        if (current == null) {
            complain("HELLO_EXPECTED", "Expected hello before the first frame, but there was none", null);
            return;
        }
        frame(new FrameMessage(
                frame.stream().orElse(current.id()),
                frame.seq().orElseGet(current.progress()::next),
                frame.capturedAt(),
                frame.jpeg()));
    }

    void frame(FrameMessage frame) {
        if (current == null || !current.id().equals(frame.stream())) {
            complain(
                    "HELLO_EXPECTED",
                    "Expected frames of the stream that hello named, but this is another",
                    frame.seq());
            return;
        }
        switch (current.progress().offer(frame.seq())) {
            case TAKE -> take(current, frame);
            case SETTLED -> acknowledge(current, current.progress().current());
            case IN_FLIGHT -> {}
            case GAP ->
                complain(
                        "OUT_OF_ORDER", "Expected the frames before this one first, but they are missing", frame.seq());
            case WINDOW_FULL ->
                complain(
                        "WINDOW_FULL",
                        "Expected at most %d unsettled frames, but there are more".formatted(StreamProgress.WINDOW),
                        frame.seq());
        }
    }

    private void take(Stream stream, FrameMessage frame) {
        Optional<FrameRefusal> refusal = FrameRules.ofPicture(frame.jpeg()).or(this::ofBudget);
        if (refusal.isPresent()) {
            refuse(stream, frame, refusal.get());
            return;
        }
        Optional<SessionSnapshot> known = taking();
        FrameRules.ofSession(known)
                .ifPresentOrElse(
                        reason -> refuse(stream, frame, reason), () -> store(stream, frame, known.orElseThrow()));
    }

    /** The session; read anew before a frame is refused, for consent may have been given a moment ago. */
    private Optional<SessionSnapshot> taking() {
        Optional<SessionSnapshot> known = session.get();
        return FrameRules.ofSession(known).isEmpty() ? known : freshSession.get();
    }

    private void store(Stream stream, FrameMessage frame, SessionSnapshot known) {
        long started = System.nanoTime();
        try {
            var ignored = tools.log()
                    .append(known, frame, correlationId)
                    .whenComplete((nothing, failure) -> settle(stream, frame.seq(), failure, started));
        } catch (KeyDestroyedException e) {
            refuse(stream, frame, FrameRefusal.SESSION_OVER);
        } catch (KeysUnavailableException | RegistryUnavailableException e) {
            settle(stream, frame.seq(), e, started);
        }
    }

    private void settle(Stream stream, long seq, Throwable failure, long started) {
        if (failure != null) {
            count("failed");
            stream.progress().failed(seq);
            complain("NOT_STORED", "Expected to store the frame in time, but could not; send it again", seq);
            return;
        }
        count("stored");
        tools.metrics().histogram(IngestMetric.FRAME_SECONDS).labels().observe((System.nanoTime() - started) / 1e9);
        stream.progress().stored(seq).ifPresent(ack -> acknowledge(stream, ack));
    }

    private void refuse(Stream stream, FrameMessage frame, FrameRefusal reason) {
        count(reason.name());
        stream.progress().refused(frame.seq(), reason).ifPresent(ack -> acknowledge(stream, ack));
    }

    private void acknowledge(Stream stream, StreamProgress.Ack ack) {
        outbox.put(new ServerMessage.Acknowledged(stream.id().toString(), ack));
        stream.memory().put(ack.seq());
    }

    private Optional<FrameRefusal> ofBudget() {
        return tools.budget().tryTake(sessionId) ? Optional.empty() : Optional.of(FrameRefusal.RATE_LIMITED);
    }

    private long remembered(UUID stream) {
        try {
            return tools.redis()
                    .get(LiveKeys.settled(sessionId, stream.toString()))
                    .map(Long::parseLong)
                    .orElse(-1L);
        } catch (RedisException e) {
            return -1;
        }
    }

    private void complain(String code, String message, Long seq) {
        outbox.put(new ServerMessage.Failure(code, message, seq));
    }

    private void count(String fate) {
        tools.metrics().counter(IngestMetric.FRAMES).labels(fate).inc();
    }
}
