package io.colloquy.reports.board;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One feed for each organisation that somebody watches, polled from one thread. */
final class BoardFeeds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoardFeeds.class);

    private final BoardSource source;
    private final Duration interval;
    private final Map<String, BoardFeed> feeds = new ConcurrentHashMap<>();
    private final Thread poller;

    BoardFeeds(BoardSource source, Duration interval) {
        this.source = source;
        this.interval = interval;
        this.poller = Thread.ofVirtual().name("board-poller").start(this::run);
    }

    /** An organisation's feed. */
    BoardFeed of(String organisationId) {
        return feeds.computeIfAbsent(organisationId, id -> new BoardFeed(id, source));
    }

    @Override
    public void close() {
        poller.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(interval);
                feeds.values().stream().filter(BoardFeed::watched).forEach(BoardFeeds::poll);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void poll(BoardFeed feed) {
        try {
            feed.poll();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("board could not be read; trying again");
        }
    }
}
