package io.colloquy.reports.history;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.reports.ReportMetric;
import io.colloquy.reports.content.ContentOpener;
import io.colloquy.reports.http.Endpoint;
import io.colloquy.reports.http.EventStream;
import io.colloquy.reports.http.EventStreams;
import io.colloquy.reports.http.Parameters;
import io.colloquy.reports.sessions.SessionRow;
import io.colloquy.reports.sessions.VisibleSessions;
import io.colloquy.schemas.wire.EventSerdes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** A session's history: as a list with the state of its hash chain, and told again in its own time. */
public final class HistoryEndpoints {
    private static final int PAGE = 200;
    private static final int LARGEST_PAGE = 1_000;

    private final VisibleSessions sessions;
    private final ContentOpener opener;
    private final EventStreams streams;
    private final Metrics metrics;
    private final History history;

    /**
     * @param sessions lets readers in
     * @param opener opens content for them
     * @param serdes read stored events
     */
    public HistoryEndpoints(
            VisibleSessions sessions,
            ContentOpener opener,
            EventStreams streams,
            Metrics metrics,
            Database database,
            EventSerdes serdes) {
        this.sessions = sessions;
        this.opener = opener;
        this.streams = streams;
        this.metrics = metrics;
        this.history = new History(database, serdes);
    }

    /**
     * A page of a session's history.
     *
     * @param chain of the whole session, whatever the page shows
     * @param next what to ask for as {@code after}; null at the end
     */
    public record Page(String sessionId, EventChain.Verification chain, List<EventView> events, Long next) {}

    /** What it answers. */
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("/api/v1/interviews/{id}/events", context -> context.json(page(context))),
                new Endpoint("/api/v1/interviews/{id}/replay", this::replay));
    }

    private Page page(Context context) {
        SessionRow session = sessions.require(context);
        AsOf asOf = AsOf.parse(context.queryParam("as_of"));
        long after = Parameters.whole(context, "after", 0, Long.MAX_VALUE, 0);
        int limit = Parameters.limit(context, PAGE, LARGEST_PAGE);
        List<DecodedEvent> all = history.of(session);
        Audience audience = audience(context);
        List<DecodedEvent> rest = from(audience.told(asOf.of(all)), after);
        Function<DecodedEvent, EventView> view = view(audience, session);
        return new Page(
                session.sessionId(),
                verified(session, all),
                rest.stream().limit(limit).map(view).toList(),
                rest.size() > limit ? rest.get(limit - 1).stored().seq() : null);
    }

    private EventChain.Verification verified(SessionRow session, List<DecodedEvent> all) {
        // Read after the session's row, so there may be newer events, but never fewer.
        long length = Math.max(session.seq(), all.size());
        EventChain.Verification verification = EventChain.verify(session.sessionId(), all, length);
        metrics.counter(ReportMetric.CHAINS)
                .labels(verification.verified() ? "verified" : "broken")
                .inc();
        return verification;
    }

    private void replay(Context context) throws IOException {
        SessionRow session = sessions.require(context);
        double speed = ReplayPace.speed(context.queryParam("speed"));
        long after = Parameters.whole(context, "after", 0, Long.MAX_VALUE, lastEventId(context));
        AsOf asOf = AsOf.parse(context.queryParam("as_of"));
        Audience audience = audience(context);
        List<DecodedEvent> events = from(audience.told(asOf.of(history.of(session))), after);
        Function<DecodedEvent, EventView> view = view(audience, session);
        streams.run(context, stream -> tell(stream, events, view, speed));
    }

    private static void tell(
            EventStream stream, List<DecodedEvent> events, Function<DecodedEvent, EventView> views, double speed) {
        DecodedEvent before = null;
        for (DecodedEvent event : events) {
            if (!stream.pause(ReplayPace.between(before, event, speed))) {
                return;
            }
            EventView view = views.apply(event);
            stream.send(Long.toString(view.seq()), "event", Json.write(view));
            before = event;
        }
        stream.send(null, "end", "{\"events\":" + events.size() + "}");
    }

    private Audience audience(Context context) {
        return new Audience(sessions.isStaff(context), sessions.reader(context));
    }

    private Function<DecodedEvent, EventView> view(Audience audience, SessionRow session) {
        PayloadReading reading = new PayloadReading(opener.of(session.subject(), session.erased()));
        return event -> audience.shown(reading.view(event));
    }

    private static List<DecodedEvent> from(List<DecodedEvent> events, long after) {
        return events.stream().filter(event -> event.stored().seq() > after).toList();
    }

    private static long lastEventId(Context context) {
        String id = context.header("Last-Event-ID");
        return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }
}
