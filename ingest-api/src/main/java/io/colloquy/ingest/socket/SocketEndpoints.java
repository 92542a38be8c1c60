package io.colloquy.ingest.socket;

import io.colloquy.ingest.IngestMetric;
import io.colloquy.ingest.frames.FrameLog;
import io.colloquy.ingest.identity.Origins;
import io.colloquy.ingest.live.LiveChannels;
import io.colloquy.ingest.live.RedisLink;
import io.colloquy.ingest.sessions.SessionAccess;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.limits.LocalBuckets;
import io.colloquy.platform.metrics.Metrics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;

/** Tickets, and the sockets that they open. */
public final class SocketEndpoints {
    /** The socket's path. */
    public static final String PATH = "/ws/interviews/{id}";

    private static final long MAX_BINARY_BYTES = 1 << 20;
    private static final long MAX_TEXT_BYTES = 1 << 19;
    /** A usual frame comes in one read instead of five; the buffer is only held while there is something to read. */
    private static final int INPUT_BUFFER_BYTES = 1 << 15;

    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final long PING_SECONDS = 20;

    private final Guard guard;
    private final SessionAccess access;
    private final SocketTickets tickets;
    private final RedisLink redis;
    private final LiveChannels channels;
    private final FrameIntake.Tools tools;
    private final List<String> allowedOrigins;
    private final Map<String, CandidateSocket> sockets = new ConcurrentHashMap<>();

    record Ticket(String ticket, long expiresIn) {}

    /** @param allowedOrigins other origins whose pages may open sockets */
    public SocketEndpoints(
            Guard guard,
            SessionAccess access,
            RedisLink redis,
            LiveChannels channels,
            FrameLog frames,
            LocalBuckets frameBudget,
            Metrics metrics,
            List<String> allowedOrigins) {
        this.guard = guard;
        this.access = access;
        this.tickets = new SocketTickets(redis);
        this.redis = redis;
        this.channels = channels;
        this.tools = new FrameIntake.Tools(frames, frameBudget, redis, metrics);
        this.allowedOrigins = List.copyOf(allowedOrigins);
    }

    /** {@code POST /api/v1/interviews/{id}/socket-ticket}. */
    public void ticket(Context context) {
        Principal caller = guard.principal(context);
        SessionAccess.Known known = access.requireOwn(caller, context.pathParam("id"));
        known.snapshot().filter(LiveChanges::over).ifPresent(session -> {
            throw Problem.conflict("Expected a session that goes on, but it is " + session.state());
        });
        String ticket =
                tickets.issue(new SocketTickets.Holder(known.sessionId(), caller.organisationId(), caller.userId()));
        context.header("Cache-Control", "no-store").json(new Ticket(ticket, SocketTickets.LIFE.toSeconds()));
    }

    /** Adds the socket's route. */
    public void addTo(JavalinConfig javalin) {
        javalin.jetty.modifyWebSocketServletFactory(factory -> {
            factory.setMaxBinaryMessageSize(MAX_BINARY_BYTES);
            factory.setMaxTextMessageSize(MAX_TEXT_BYTES);
            factory.setInputBufferSize(INPUT_BUFFER_BYTES);
            factory.setIdleTimeout(IDLE);
        });
        javalin.routes.wsBeforeUpgrade(PATH, this::requireOrigin);
        javalin.routes.ws(PATH, this::socket);
    }

    private void requireOrigin(Context context) {
        if (!Origins.allows(context.header("Origin"), context.header("Host"), allowedOrigins)) {
            throw Problem.forbidden("Expected a page of this service or of an allowed origin, but it is another");
        }
    }

    private void socket(WsConfig config) {
        config.onConnect(this::connect);
        config.onBinaryMessage(context -> socketOf(context).ifPresent(it -> it.binary(context.data())));
        config.onMessage(context -> socketOf(context).ifPresent(it -> it.text(context.message())));
        config.onError(context -> {});
        config.onClose(context -> {
            CandidateSocket socket = sockets.remove(context.sessionId());
            if (socket != null) {
                socket.close();
                tools.metrics().gauge(IngestMetric.SOCKETS_OPEN).labels().dec();
            }
            tools.metrics()
                    .counter(IngestMetric.SOCKETS_CLOSED)
                    .labels(Integer.toString(socket == null ? context.status() : socket.closeCode(context.status())))
                    .inc();
        });
    }

    private void connect(WsConnectContext context) {
        try {
            Optional<SocketTickets.Holder> holder = tickets.take(context.queryParam("ticket"), context.pathParam("id"));
            if (holder.isEmpty()) {
                refuse(
                        context,
                        "BAD_TICKET",
                        "Expected a ticket that is good for this session, but it is not",
                        SocketClose.POLICY);
                return;
            }
            CandidateSocket socket = new CandidateSocket(holder.get(), context.session, redis, channels, tools);
            sockets.put(context.sessionId(), socket);
            tools.metrics().gauge(IngestMetric.SOCKETS_OPEN).labels().inc();
            context.enableAutomaticPings(PING_SECONDS, TimeUnit.SECONDS);
            socket.open();
        } catch (RedisException e) {
            refuse(context, "UNAVAILABLE", "Expected Redis to answer, but it did not", SocketClose.TRY_AGAIN);
        }
    }

    private static void refuse(WsContext context, String code, String message, SocketClose close) {
        context.session.sendText(new ServerMessage.Failure(code, message, null).json(), Callback.NOOP);
        context.session.close(close.code(), close.reason(), Callback.NOOP);
    }

    private Optional<CandidateSocket> socketOf(WsContext context) {
        return Optional.ofNullable(sockets.get(context.sessionId()));
    }
}
