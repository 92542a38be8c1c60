package io.colloquy.reports.sessions;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.ids.Ids;
import io.colloquy.reports.content.ContentOpener;
import io.colloquy.reports.http.Endpoint;
import io.colloquy.reports.http.Parameters;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Lists the sessions that the caller may read, newest first, in pages. */
public final class SessionList {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Guard guard;
    private final Database database;
    private final ContentOpener opener;

    /** @param opener opens candidates' names */
    public SessionList(Guard guard, Database database, ContentOpener opener) {
        this.guard = guard;
        this.database = database;
        this.opener = opener;
    }

    /**
     * A page of a list.
     *
     * @param next what to ask for as {@code after}; null at the end
     */
    public record Page(List<ListedSession> interviews, String next) {}

    /** What it answers. */
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint("/api/v1/interviews", context -> context.json(page(context))));
    }

    private Page page(Context context) {
        Principal principal = guard.principal(context);
        SessionFilter filter = SessionFilter.of(principal, context::queryParam);
        int limit = Parameters.limit(context, PAGE, LARGEST_PAGE);
        Optional<String> after = after(context);
        List<SessionRow> rows = database.inOrganisation(
                principal.organisationId(), handle -> SessionQueries.list(handle, filter, after, limit + 1));
        List<ListedSession> listed = rows.stream()
                .limit(limit)
                .map(row -> ListedSession.of(row, opener.of(row.subject(), row.erased())))
                .toList();
        return new Page(listed, rows.size() > limit ? listed.getLast().sessionId() : null);
    }

    private static Optional<String> after(Context context) {
        Optional<String> after =
                Optional.ofNullable(context.queryParam("after")).filter(value -> !value.isBlank());
        if (after.isPresent() && !Ids.isUuid(after.get())) {
            throw Problem.invalidRequest("Expected after to be the next of a page before, but it is something else");
        }
        return after;
    }
}
