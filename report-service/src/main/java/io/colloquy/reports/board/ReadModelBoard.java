package io.colloquy.reports.board;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.reports.ReportMetric;
import io.colloquy.reports.content.ContentOpener;
import io.colloquy.reports.sessions.ListedSession;
import io.colloquy.reports.sessions.SessionQueries;
import io.colloquy.reports.sessions.SessionRow;
import java.util.List;

/**
 * Sessions from the read model.
 *
 * @param database where it is
 * @param opener opens candidates' names
 * @param metrics time the reading
 */
record ReadModelBoard(Database database, ContentOpener opener, Metrics metrics) implements BoardSource {
    private static final int SESSIONS = 500;

    @Override
    public List<SessionRow> lastChanged(String organisationId) {
        return metrics.histogram(ReportMetric.BOARD_POLL)
                .time(() -> database.inOrganisation(
                        organisationId, handle -> SessionQueries.lastChanged(handle, SESSIONS)));
    }

    @Override
    public ListedSession told(SessionRow row) {
        return ListedSession.of(row, opener.of(row.subject(), row.erased()));
    }
}
