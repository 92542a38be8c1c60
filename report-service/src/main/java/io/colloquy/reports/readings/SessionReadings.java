package io.colloquy.reports.readings;

import io.colloquy.platform.database.Database;
import io.colloquy.reports.http.Endpoint;
import io.colloquy.reports.http.Parameters;
import io.colloquy.reports.sessions.SessionRow;
import io.colloquy.reports.sessions.VisibleSessions;
import io.javalin.http.Context;
import java.util.List;

/** A session's frame readings: each frame that was taken, with what was seen or why nothing was. */
public final class SessionReadings {
    private static final int PAGE = 5_000;
    private static final int LARGEST_PAGE = 20_000;

    private final VisibleSessions sessions;
    private final Database database;

    /** @param sessions lets readers in */
    public SessionReadings(VisibleSessions sessions, Database database) {
        this.sessions = sessions;
        this.database = database;
    }

    /**
     * A page of readings.
     *
     * @param counts over the whole session, on every page
     * @param next what to ask for as {@code after}; null at the end
     */
    public record Page(String sessionId, ReadingCounts counts, List<Reading> readings, String next) {}

    /** What it answers. */
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint("/api/v1/readings/session/{id}", context -> context.json(page(context))));
    }

    private Page page(Context context) {
        SessionRow session = sessions.require(context);
        FramePosition after = FramePosition.parse(context.queryParam("after"));
        int limit = Parameters.limit(context, PAGE, LARGEST_PAGE);
        return database.inOrganisation(session.organisationId(), handle -> {
            List<Reading> rows = ReadingQueries.page(handle, session, after, limit + 1);
            List<Reading> shown = rows.stream().limit(limit).toList();
            return new Page(
                    session.sessionId(),
                    ReadingQueries.counts(handle, session),
                    shown,
                    rows.size() > limit ? next(shown.getLast()) : null);
        });
    }

    private static String next(Reading last) {
        return new FramePosition(last.stream(), last.frameSeq()).toString();
    }
}
