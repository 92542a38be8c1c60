package io.colloquy.reports.labels;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.reports.content.ContentOpener;
import io.colloquy.reports.http.Endpoint;
import io.colloquy.reports.http.Parameters;
import io.javalin.http.Context;
import java.util.List;

/** An organisation's labels: as a set to measure evaluators with, and what they say of those that are in use. Staff only. */
public final class LabelEndpoints {
    private static final int ANSWERS = 1_000;
    private static final int MOST_ANSWERS = 5_000;

    private final Guard guard;
    private final Database database;
    private final ContentOpener opener;

    /** @param opener opens answers for the export */
    public LabelEndpoints(Guard guard, Database database, ContentOpener opener) {
        this.guard = guard;
        this.database = database;
        this.opener = opener;
    }

    /** What it answers. */
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("/api/v1/labels", context -> answer(context, LabelledSet.of(labelled(context), opener))),
                new Endpoint(
                        "/api/v1/labels/calibration", context -> answer(context, Calibration.of(labelled(context)))));
    }

    private List<LabelledAnswer> labelled(Context context) {
        Principal principal = guard.require(context, Role.INTERVIEWER, Role.ANALYST, Role.ADMIN);
        int limit = Parameters.limit(context, ANSWERS, MOST_ANSWERS);
        return database.inOrganisation(principal.organisationId(), handle -> LabelQueries.newest(handle, limit));
    }

    private static void answer(Context context, Object body) {
        context.header("Cache-Control", "no-store").json(body);
    }
}
