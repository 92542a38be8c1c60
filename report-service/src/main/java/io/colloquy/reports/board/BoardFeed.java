package io.colloquy.reports.board;

import io.colloquy.reports.sessions.ListedSession;
import io.colloquy.reports.sessions.SessionRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed in one organisation's sessions, told to all who watch. However many they are, the read model is asked once;
 * a session's name is opened only when something about it is new. Thread-safe.
 */
final class BoardFeed {
    private final String organisationId;
    private final BoardSource source;
    private final List<BoardSubscription> subscriptions = new ArrayList<>();
    private Map<String, SessionRow> known = Map.of();

    BoardFeed(String organisationId, BoardSource source) {
        this.organisationId = organisationId;
        this.source = source;
    }

    /** From now on changes are told; the first watcher fixes what counts as known. */
    synchronized BoardSubscription subscribe() {
        if (subscriptions.isEmpty()) {
            known = byId(source.lastChanged(organisationId));
        }
        BoardSubscription subscription = new BoardSubscription();
        subscriptions.add(subscription);
        return subscription;
    }

    synchronized void unsubscribe(BoardSubscription subscription) {
        subscriptions.remove(subscription);
    }

    synchronized boolean watched() {
        return !subscriptions.isEmpty();
    }

    /** Looks for changes and tells them. */
    synchronized void poll() {
        if (subscriptions.isEmpty()) {
            return;
        }
        List<SessionRow> rows = source.lastChanged(organisationId);
        List<ListedSession> changed = rows.stream()
                .filter(row -> !row.equals(known.get(row.sessionId())))
                .map(source::told)
                .toList();
        known = byId(rows);
        subscriptions.forEach(subscription -> changed.forEach(subscription::tell));
    }

    private static Map<String, SessionRow> byId(List<SessionRow> rows) {
        Map<String, SessionRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.sessionId(), row));
        return byId;
    }
}
