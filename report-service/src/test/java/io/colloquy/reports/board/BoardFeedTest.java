package io.colloquy.reports.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.reports.content.Contents;
import io.colloquy.reports.sessions.ListedSession;
import io.colloquy.reports.sessions.SessionRow;
import io.colloquy.schemas.live.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardFeedTest {
    private final Source source = new Source();
    private final BoardFeed feed = new BoardFeed("org", source);

    @Test
    void shouldTellWhatChangedSinceSomebodyWatches() throws InterruptedException {
        source.rows = List.of(row("a", 1, 0), row("b", 1, 0));
        BoardSubscription subscription = feed.subscribe();
        source.rows = List.of(row("a", 2, 0), row("b", 1, 0), row("c", 1, 0));

        feed.poll();

        assertThat(seen(subscription)).containsExactly("a@2", "c@1");
    }

    @Test
    void shouldTellThatARecordCouldNotBeRead() throws InterruptedException {
        source.rows = List.of(row("a", 1, 0));
        BoardSubscription subscription = feed.subscribe();
        source.rows = List.of(row("a", 1, 1));

        feed.poll();

        assertThat(subscription.take(Duration.ZERO))
                .singleElement()
                .satisfies(told -> assertThat(told.deadLetters()).isEqualTo(1));
    }

    @Test
    void shouldKeepOnlyTheLatestForASlowWatcher() throws InterruptedException {
        BoardSubscription subscription = feed.subscribe();
        for (int seq = 1; seq <= 100; seq++) {
            source.rows = List.of(row("a", seq, 0));
            feed.poll();
        }

        assertThat(seen(subscription)).containsExactly("a@100");
    }

    @Test
    void shouldAskOnceForAllWatchersAndNotForNone() throws InterruptedException {
        BoardSubscription one = feed.subscribe();
        BoardSubscription other = feed.subscribe();
        source.rows = List.of(row("a", 1, 0));
        source.asked = 0;

        feed.poll();
        feed.unsubscribe(one);
        feed.unsubscribe(other);
        feed.poll();

        assertThat(source.asked).isEqualTo(1);
        assertThat(seen(one)).containsExactly("a@1");
        assertThat(seen(other)).containsExactly("a@1");
    }

    private static List<String> seen(BoardSubscription subscription) throws InterruptedException {
        return subscription.take(Duration.ZERO).stream()
                .map(session -> session.sessionId() + "@" + session.seq())
                .toList();
    }

    private static SessionRow row(String id, long seq, long deadLetters) {
        Instant start = Instant.parse("2026-03-01T10:00:00Z");
        return new SessionRow(
                id,
                "org",
                seq,
                SessionState.IN_PROGRESS,
                null,
                null,
                "Engineer",
                "mixed",
                "en",
                new SessionRow.PolicyRow("OFF", true, true),
                new SessionRow.ConsentRow(false, false, 0),
                new SessionRow.RubricRow("general", "1", "hash"),
                start,
                start.plusSeconds(seq),
                null,
                5,
                0,
                false,
                null,
                null,
                deadLetters);
    }

    private static final class Source implements BoardSource {
        private List<SessionRow> rows = new ArrayList<>();
        private int asked;

        @Override
        public List<SessionRow> lastChanged(String organisationId) {
            asked++;
            return rows;
        }

        @Override
        public ListedSession told(SessionRow row) {
            return ListedSession.of(row, Contents.ERASED);
        }
    }
}
