package io.colloquy.reports.board;

import io.colloquy.reports.sessions.ListedSession;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one watcher has not read yet: the latest of each session, not a queue, so that a slow one costs no more. */
final class BoardSubscription {
    private final Map<String, ListedSession> waiting = new LinkedHashMap<>();

    synchronized void tell(ListedSession session) {
        waiting.put(session.sessionId(), session);
        notifyAll();
    }

    /** What is new; empty when nothing came in time. */
    synchronized List<ListedSession> take(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis();
                waiting.isEmpty() && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        List<ListedSession> taken = List.copyOf(waiting.values());
        waiting.clear();
        return taken;
    }
}
