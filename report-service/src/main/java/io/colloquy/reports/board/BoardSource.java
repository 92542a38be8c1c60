package io.colloquy.reports.board;

import io.colloquy.reports.sessions.ListedSession;
import io.colloquy.reports.sessions.SessionRow;
import java.util.List;

/** Where the board learns of sessions. */
interface BoardSource {

    /** An organisation's sessions that changed last, content sealed. */
    List<SessionRow> lastChanged(String organisationId);

    /** A session as it is told to readers. */
    ListedSession told(SessionRow row);
}
