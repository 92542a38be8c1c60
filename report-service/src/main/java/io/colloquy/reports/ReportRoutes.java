package io.colloquy.reports;

import io.colloquy.reports.board.BoardPages;
import io.colloquy.reports.board.BoardStream;
import io.colloquy.reports.content.ContentOpener;
import io.colloquy.reports.emotions.SessionEmotions;
import io.colloquy.reports.history.HistoryEndpoints;
import io.colloquy.reports.http.Endpoint;
import io.colloquy.reports.labels.LabelEndpoints;
import io.colloquy.reports.readings.SessionReadings;
import io.colloquy.reports.report.ReportEndpoints;
import io.colloquy.reports.sessions.SessionList;
import io.colloquy.reports.sessions.VisibleSessions;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.stream.Stream;

/** Every path that this service answers, feature by feature. */
final class ReportRoutes implements AutoCloseable {
    private final BoardStream board;
    private final List<Endpoint> endpoints;

    ReportRoutes(ReportConfig config, Foundations on) {
        ContentOpener opener = new ContentOpener(on.sealer());
        VisibleSessions sessions = new VisibleSessions(on.guard(), on.database(), config.patience());
        on.streams().reportTo(on.metrics());
        this.board = new BoardStream(on.guard(), on.database(), opener, on.streams(), on.metrics());
        this.endpoints = Stream.of(
                        new SessionList(on.guard(), on.database(), opener).endpoints(),
                        new ReportEndpoints(sessions, on.database(), opener, on.metrics()).endpoints(),
                        new HistoryEndpoints(sessions, opener, on.streams(), on.metrics(), on.database(), on.serdes())
                                .endpoints(),
                        new SessionReadings(sessions, on.database()).endpoints(),
                        new SessionEmotions(sessions, on.guard(), on.database()).endpoints(),
                        new LabelEndpoints(on.guard(), on.database(), opener).endpoints(),
                        board.endpoints(),
                        new BoardPages(config.ingest(), config.evaluator()).endpoints())
                .flatMap(List::stream)
                .toList();
    }

    void addTo(JavalinConfig javalin) {
        endpoints.forEach(endpoint -> javalin.routes.get(endpoint.path(), endpoint.answering()));
    }

    /** For the test that holds them against the OpenAPI document. */
    List<String> paths() {
        return endpoints.stream().map(Endpoint::path).toList();
    }

    @Override
    public void close() {
        board.close();
    }
}
