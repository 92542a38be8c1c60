package io.colloquy.reports.report;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.reports.ReportMetric;
import io.colloquy.reports.content.ContentOpener;
import io.colloquy.reports.http.Endpoint;
import io.colloquy.reports.sessions.SessionRow;
import io.colloquy.reports.sessions.VisibleSessions;
import io.javalin.http.Context;
import java.util.List;

/** A session's report as JSON or as a page, and its scores alone. */
public final class ReportEndpoints {
    private final VisibleSessions sessions;
    private final Reports reports;
    private final Metrics metrics;
    private final ReportPage page = new ReportPage();

    /**
     * @param sessions lets readers in
     * @param opener opens the transcript for them
     */
    public ReportEndpoints(VisibleSessions sessions, Database database, ContentOpener opener, Metrics metrics) {
        this.metrics = metrics;
        this.sessions = sessions;
        this.reports = new Reports(database, opener);
    }

    /** What it answers. */
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("/api/v1/interviews/{id}/report", this::report),
                new Endpoint("/api/v1/scores/session/{id}", this::scores));
    }

    private void report(Context context) {
        boolean asPage = wantsPage(context);
        Report report = read(context);
        metrics.counter(ReportMetric.REPORTS).labels(asPage ? "html" : "json").inc();
        context.header("Cache-Control", "no-store").header("Vary", "Accept, Origin");
        if (asPage) {
            context.header("Content-Security-Policy", ReportPage.CONTENT_SECURITY_POLICY)
                    .html(page.render(report));
        } else {
            context.json(report);
        }
    }

    private Report read(Context context) {
        SessionRow session = sessions.require(context);
        return reports.of(session, sessions.isStaff(context));
    }

    private void scores(Context context) {
        context.header("Cache-Control", "no-store");
        context.json(Scores.of(read(context)));
    }

    private static boolean wantsPage(Context context) {
        String format = context.queryParam("format");
        return switch (format) {
            case null -> prefersPage(context.header("Accept"));
            case "html" -> true;
            case "json" -> false;
            default ->
                throw Problem.invalidRequest("Expected format to be html or json, but it is '%s'".formatted(format));
        };
    }

    private static boolean prefersPage(String accept) {
        if (accept == null) {
            return false;
        }
        int html = accept.indexOf("text/html");
        int json = accept.indexOf("application/json");
        return html >= 0 && (json < 0 || html < json);
    }
}
