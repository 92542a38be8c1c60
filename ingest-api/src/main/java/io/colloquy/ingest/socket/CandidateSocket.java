package io.colloquy.ingest.socket;

import io.colloquy.ingest.frames.FrameMessage;
import io.colloquy.ingest.frames.FrameRules;
import io.colloquy.ingest.live.LiveChannels;
import io.colloquy.ingest.live.LiveSessions;
import io.colloquy.ingest.live.RedisLink;
import io.colloquy.platform.ids.Ids;
import io.colloquy.schemas.live.LiveKeys;
import io.colloquy.schemas.live.ReadingsSnapshot;
import io.colloquy.schemas.live.SessionSnapshot;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * One candidate's live link. The server's threads only put messages into a short queue; a virtual thread of the socket's own
 * checks, seals and sends, so that waiting for keys or Kafka holds up nobody else.
 */
final class CandidateSocket implements AutoCloseable {
    private static final int QUEUE = StreamProgress.WINDOW + 4;
    private static final int MAX_KEPT = FrameMessage.HEADER_BYTES + FrameRules.MAX_BYTES + 1;
    private static final long TOO_SLOW_NANOS = Duration.ofSeconds(15).toNanos();

    private final String connectionId = Ids.next().toString();
    private final SocketTickets.Holder holder;
    private final Session session;
    private final RedisLink redis;
    private final Outbox outbox;
    private final LiveFeed feed;
    private final FrameIntake intake;
    private final BlockingQueue<Inbound> inbound = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile SocketClose ended;
    private final Thread reader;

    /** What the reader has to do next. */
    private sealed interface Inbound {
        record Frame(FrameMessage frame) implements Inbound {}

        record Text(String text) implements Inbound {}

        record Stop() implements Inbound {}
    }

    CandidateSocket(
            SocketTickets.Holder holder,
            Session session,
            RedisLink redis,
            LiveChannels channels,
            FrameIntake.Tools tools) {
        this.holder = holder;
        this.session = session;
        this.redis = redis;
        this.outbox = new Outbox(this::write);
        this.feed = new LiveFeed(holder.sessionId(), redis, channels, new Updates());
        this.intake =
                new FrameIntake(holder.sessionId(), connectionId, feed::session, feed::freshSession, tools, outbox);
        this.reader = Thread.ofVirtual().name("socket-" + connectionId).unstarted(this::read);
    }

    /** Takes the session over from any other socket and begins. */
    void open() {
        String key = LiveKeys.owner(holder.sessionId());
        redis.set(key, connectionId, LiveSessions.KEPT);
        redis.publish(key, connectionId);
        feed.start();
        reader.start();
    }

    /** A binary message; the buffer is copied, of one that is too large only as much as shows it. */
    void binary(ByteBuffer message) {
        try {
            enqueue(new Inbound.Frame(
                    FrameMessage.decode(message.slice(message.position(), Math.min(message.remaining(), MAX_KEPT)))));
        } catch (IllegalArgumentException e) {
            complain("INVALID_MESSAGE", e.getMessage());
        }
    }

    /** A text message. */
    void text(String message) {
        enqueue(new Inbound.Text(message));
    }

    /** The socket is gone. */
    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            release();
        }
    }

    /** No interrupt: it could hit the thread while it writes, which would cut the connection. */
    private void release() {
        feed.close();
        inbound.clear();
        var ignored = inbound.offer(new Inbound.Stop());
    }

    private void enqueue(Inbound message) {
        if (!inbound.offer(message)) {
            complain("WINDOW_FULL", "Expected at most %d messages at once, but there are more".formatted(QUEUE));
        }
    }

    private void read() {
        try {
            while (!over.get()) {
                handle(inbound.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Inbound message) {
        try {
            switch (message) {
                case Inbound.Frame it -> intake.frame(it.frame());
                case Inbound.Text it -> handle(ClientMessage.parse(it.text(), holder.sessionId()));
                case Inbound.Stop it -> {}
            }
        } catch (IllegalArgumentException e) {
            complain("INVALID_MESSAGE", e.getMessage());
        } catch (RuntimeException e) {
            SocketLog.failed(e, holder.sessionId());
            complain("INTERNAL", "Expected to handle the message, but failed");
        }
    }

    private void handle(ClientMessage message) {
        switch (message) {
            case ClientMessage.Hello hello -> intake.hello(hello.stream());
            case ClientMessage.JsonFrame frame -> intake.frame(frame);
            case ClientMessage.Ping ping -> outbox.put(new ServerMessage.Pong());
        }
    }

    private void complain(String code, String message) {
        outbox.put(new ServerMessage.Failure(code, message, null));
    }

    private void write(String text, Runnable sent, Runnable broken) {
        session.sendText(text, Callback.from(sent, failure -> broken.run()));
    }

    /** Why the link ended: what we said, or what the other side or the network did. */
    int closeCode(int reported) {
        return ended == null ? reported : ended.code();
    }

    /** Says goodbye behind what is on its way; a reader that takes nothing any more is cut off. */
    private void end(SocketClose close) {
        if (over.compareAndSet(false, true)) {
            ended = close;
            session.close(close.code(), close.reason(), Callback.NOOP);
            if (close == SocketClose.TOO_SLOW) {
                session.disconnect();
            }
            release();
        }
    }

    /** What the feed tells goes out, if it is news. */
    private final class Updates implements LiveFeed.Listener {
        @Override
        public void session(SessionSnapshot before, SessionSnapshot after) {
            LiveChanges.of(before, after).forEach(outbox::put);
            if (LiveChanges.over(after)) {
                end(SocketClose.SESSION_OVER);
            }
        }

        @Override
        public void readings(SessionSnapshot current, ReadingsSnapshot readings) {
            LiveChanges.visible(current, readings)
                    .map(ServerMessage.EmotionUpdate::new)
                    .ifPresent(outbox::put);
        }

        @Override
        public void owner(String newOwner) {
            if (!newOwner.equals(connectionId) && !over.get()) {
                outbox.put(new ServerMessage.Superseded());
                end(SocketClose.SUPERSEDED);
            }
        }

        @Override
        public void tick() {
            outbox.busySince().ifPresent(since -> {
                if (System.nanoTime() - since > TOO_SLOW_NANOS) {
                    end(SocketClose.TOO_SLOW);
                }
            });
        }
    }
}
