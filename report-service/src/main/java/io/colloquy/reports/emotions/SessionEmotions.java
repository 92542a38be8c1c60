package io.colloquy.reports.emotions;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.reports.http.Endpoint;
import io.colloquy.reports.http.Parameters;
import io.colloquy.reports.readings.FramePosition;
import io.colloquy.reports.rows.Columns;
import io.colloquy.reports.sessions.SessionRow;
import io.colloquy.reports.sessions.VisibleSessions;
import io.javalin.http.Context;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** A session's emotion readings, for those to whom its policy shows them. Nothing else in this service reads them. */
public final class SessionEmotions {
    private static final int PAGE = 5_000;
    private static final int LARGEST_PAGE = 20_000;
    private static final int BUCKETS = 3_600;
    private static final int MOST_BUCKETS = 20_000;

    private final VisibleSessions sessions;
    private final Guard guard;
    private final Database database;

    /** @param sessions lets readers in */
    public SessionEmotions(VisibleSessions sessions, Guard guard, Database database) {
        this.sessions = sessions;
        this.guard = guard;
        this.database = database;
    }

    /**
     * A page of readings.
     *
     * @param next what to ask for as {@code after}; null at the end
     */
    public record Page(String sessionId, List<EmotionReadingView> emotions, String next) {}

    /**
     * A session in equal spans of time.
     *
     * @param bucketSeconds length of each
     * @param next what to ask for as {@code after}; null at the end
     */
    record TimelinePage(String sessionId, long bucketSeconds, List<EmotionTimeline.Bucket> buckets, String next) {}

    /** What it answers. */
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint("/api/v1/emotions/session/{id}", this::answer));
    }

    private void answer(Context context) {
        SessionRow session = sessions.require(context);
        EmotionAccess.refusal(
                        session.policy().emotion(), guard.principal(context).role())
                .ifPresent(reason -> {
                    throw Problem.forbidden(reason);
                });
        context.json(context.queryParam("bucket") == null ? page(context, session) : timeline(context, session));
    }

    private TimelinePage timeline(Context context, SessionRow session) {
        Duration width = Buckets.width(context.queryParam("bucket"));
        Instant after = Buckets.after(context.queryParam("after"), width);
        int limit = Parameters.limit(context, BUCKETS, MOST_BUCKETS);
        EmotionTimeline.Span span =
                new EmotionTimeline.Span(width, after, session.policy().faceSignals(), limit + 1);
        List<EmotionTimeline.Bucket> found = database.inOrganisation(
                session.organisationId(), handle -> EmotionTimeline.of(handle, session.sessionId(), span));
        List<EmotionTimeline.Bucket> shown = found.stream().limit(limit).toList();
        return new TimelinePage(
                session.sessionId(),
                width.toSeconds(),
                shown,
                found.size() > limit ? shown.getLast().from().toString() : null);
    }

    private Page page(Context context, SessionRow session) {
        FramePosition after = FramePosition.parse(context.queryParam("after"));
        int limit = Parameters.limit(context, PAGE, LARGEST_PAGE);
        List<EmotionReadingView> rows = database.inOrganisation(
                session.organisationId(), handle -> rows(handle, session.sessionId(), after, limit + 1));
        List<EmotionReadingView> shown = rows.stream().limit(limit).toList();
        return new Page(session.sessionId(), shown, rows.size() > limit ? next(shown.getLast()) : null);
    }

    private static List<EmotionReadingView> rows(Handle handle, String sessionId, FramePosition after, int limit) {
        return handle.createQuery("""
                        select stream, frame_seq, captured_at, probabilities, smoothed, model_hash
                        from readmodel.emotion_readings
                        where session_id = :session and (stream, frame_seq) > (:stream, :frame)
                        order by stream, frame_seq limit :limit
                        """)
                .bind("session", UUID.fromString(sessionId))
                .bind("stream", after.stream())
                .bind("frame", after.frameSeq())
                .bind("limit", limit)
                .map(SessionEmotions::row)
                .list();
    }

    private static EmotionReadingView row(ResultSet row, StatementContext context) throws SQLException {
        return new EmotionReadingView(
                row.getString("stream"),
                row.getLong("frame_seq"),
                Columns.instant(row, "captured_at"),
                EmotionReadingView.labelled(
                        (Float[]) row.getArray("probabilities").getArray()),
                EmotionReadingView.labelled((Float[]) row.getArray("smoothed").getArray()),
                row.getString("model_hash"));
    }

    private static String next(EmotionReadingView last) {
        return new FramePosition(last.stream(), last.frameSeq()).toString();
    }
}
