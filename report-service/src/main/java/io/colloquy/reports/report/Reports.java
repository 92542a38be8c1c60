package io.colloquy.reports.report;

import io.colloquy.platform.database.Database;
import io.colloquy.reports.content.ContentOpener;
import io.colloquy.reports.labels.LabelQueries;
import io.colloquy.reports.labels.LabelRow;
import io.colloquy.reports.readings.Reading;
import io.colloquy.reports.readings.ReadingQueries;
import io.colloquy.reports.sessions.SessionRow;
import java.util.List;

/**
 * Reads what a report needs, then opens its content. The session's row comes first: what is read after it is as new or newer,
 * so that a report that says it is final has every score. Thread-safe.
 */
final class Reports {
    private final Database database;
    private final ContentOpener opener;

    Reports(Database database, ContentOpener opener) {
        this.database = database;
        this.opener = opener;
    }

    private record Rows(
            List<QuestionRow> questions,
            List<Report.RubricFacts.Weight> weights,
            List<Reading> readings,
            List<LabelRow> labels) {}

    /**
     * The report of a session whose reader was let in.
     *
     * @param staff whether the reader may see labels, who overrode a score, and questions that were not asked
     */
    Report of(SessionRow session, boolean staff) {
        Rows rows = database.inOrganisation(
                session.organisationId(),
                handle -> new Rows(
                        QuestionQueries.of(handle, session.sessionId()),
                        QuestionQueries.weights(handle, session.sessionId()),
                        ReadingQueries.all(handle, session),
                        staff ? LabelQueries.of(handle, session.sessionId()) : List.of()));
        return ReportAssembly.assemble(
                session,
                rows.questions().stream()
                        .filter(question -> staff || question.asked())
                        .map(question -> staff ? question : question.withoutReviewer())
                        .toList(),
                rows.weights(),
                rows.readings(),
                rows.labels(),
                opener.of(session.subject(), session.erased()));
    }
}
