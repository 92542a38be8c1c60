package io.colloquy.reports.board;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.reports.content.ContentOpener;
import io.colloquy.reports.http.Endpoint;
import io.colloquy.reports.http.EventStream;
import io.colloquy.reports.http.EventStreams;
import io.colloquy.reports.sessions.ListedSession;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Tells staff which sessions of their organisation change. A stream ends after a while and its reader comes back with a
 * token of then: a stream does not outlive the right to it by much.
 */
public final class BoardStream implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int HEARTBEAT_AFTER = 10;

    private final Guard guard;
    private final EventStreams streams;
    private final BoardFeeds feeds;

    /** @param opener opens candidates' names */
    public BoardStream(Guard guard, Database database, ContentOpener opener, EventStreams streams, Metrics metrics) {
        this.guard = guard;
        this.streams = streams;
        this.feeds = new BoardFeeds(new ReadModelBoard(database, opener, metrics), INTERVAL);
    }

    /** What it answers. */
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint("/api/v1/board/stream", this::stream));
    }

    @Override
    public void close() {
        feeds.close();
    }

    private void stream(Context context) throws IOException {
        Principal principal = guard.require(context, Role.INTERVIEWER, Role.ANALYST, Role.ADMIN);
        BoardFeed feed = feeds.of(principal.organisationId());
        BoardSubscription subscription = feed.subscribe();
        try {
            streams.run(context, stream -> tell(stream, subscription));
        } finally {
            feed.unsubscribe(subscription);
        }
    }

    private static void tell(EventStream stream, BoardSubscription subscription) {
        long end = System.nanoTime() + LIFE.toNanos();
        int quiet = 0;
        while (stream.pause(Duration.ZERO) && System.nanoTime() < end) {
            List<ListedSession> changed = taken(subscription);
            changed.forEach(session -> stream.send(null, "interview", Json.write(session)));
            quiet = changed.isEmpty() ? quiet + 1 : 0;
            if (quiet == HEARTBEAT_AFTER) {
                stream.comment("still here");
                quiet = 0;
            }
        }
    }

    private static List<ListedSession> taken(BoardSubscription subscription) {
        try {
            return subscription.take(INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
