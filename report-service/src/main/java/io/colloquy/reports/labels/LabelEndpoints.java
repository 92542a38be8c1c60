package io.colloquy.reports.labels;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.colloquy.platform.database.Database;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.json.Json;
import io.colloquy.reports.content.ContentOpener;
import io.colloquy.reports.http.Endpoint;
import io.colloquy.reports.http.Parameters;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** An organisation's labels: as a set to measure evaluators with, and what they say of those that are in use. Staff only. */
public final class LabelEndpoints {
    private static final int ANSWERS = 1_000;
    private static final int MOST_ANSWERS = 5_000;

    private static final ObjectWriter WRITER = Json.MAPPER.writer().without(SerializationFeature.WRAP_EXCEPTIONS);

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
                new Endpoint("/api/v1/labels", this::export),
                new Endpoint("/api/v1/labels/calibration", this::calibration));
    }

    /** What breaks off half-way is left as it is, so that nobody takes it for the whole. */
    private void export(Context context) throws IOException {
        LabelledSet set = LabelledSet.of(labelled(context), subject -> opener.of(subject, false));
        context.header("Cache-Control", "no-store").contentType("application/json");
        JsonGenerator json = Json.MAPPER.createGenerator(context.res().getOutputStream());
        WRITER.writeValue(json, set);
        json.flush();
    }

    private void calibration(Context context) {
        Calibration calibration = Calibration.of(labelled(context).toList());
        context.header("Cache-Control", "no-store").json(calibration);
    }

    private Stream<LabelledAnswer> labelled(Context context) {
        Principal principal = guard.require(context, Role.INTERVIEWER, Role.ANALYST, Role.ADMIN);
        int limit = Parameters.limit(context, ANSWERS, MOST_ANSWERS);
        return LabelledAnswers.newest(database, principal.organisationId(), limit);
    }
}
