package io.colloquy.reports.readings;

import io.colloquy.reports.rows.Columns;
import io.colloquy.reports.sessions.SessionRow;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a session's frame readings; what was seen only where the session's policy has face signals. */
public final class ReadingQueries {
    private static final String COLUMNS = """
            select stream, frame_seq, captured_at, occurred_at, faces, eyes_open, blink, brightness, reason,
                   presence, presence_change, sharpness, contrast, roll_degrees, quality_flags, blinks_per_minute
            from readmodel.frame_readings
            where session_id = :session and (:faces or reason is not null)
            """;

    private ReadingQueries() {}

    /** All of a session, in the order in which they were taken. */
    public static List<Reading> all(Handle handle, SessionRow session) {
        return handle.createQuery(COLUMNS + "order by captured_at, stream, frame_seq")
                .bind("session", UUID.fromString(session.sessionId()))
                .bind("faces", session.policy().faceSignals())
                .map(ReadingQueries::row)
                .list();
    }

    /** The next of a session, stream by stream. */
    static List<Reading> page(Handle handle, SessionRow session, FramePosition after, int limit) {
        return handle.createQuery(
                        COLUMNS + "and (stream, frame_seq) > (:stream, :frame) order by stream, frame_seq limit :limit")
                .bind("session", UUID.fromString(session.sessionId()))
                .bind("faces", session.policy().faceSignals())
                .bind("stream", after.stream())
                .bind("frame", after.frameSeq())
                .bind("limit", limit)
                .map(ReadingQueries::row)
                .list();
    }

    /** Counts over all of a session, without reading them all. */
    static ReadingCounts counts(Handle handle, SessionRow session) {
        Map<String, Long> notRead = new TreeMap<>();
        handle.createQuery("""
                        select reason, count(*) as frame_count from readmodel.frame_readings
                        where session_id = :session and reason is not null group by reason
                        """)
                .bind("session", UUID.fromString(session.sessionId()))
                .map((row, context) -> Map.entry(row.getString("reason"), row.getLong("frame_count")))
                .forEach(entry -> notRead.put(entry.getKey(), entry.getValue()));
        return handle.createQuery("""
                        select count(*) as readings,
                               count(*) filter (where faces > 0) as with_face,
                               count(*) filter (where coalesce(faces, 0) = 0) as no_face,
                               count(*) filter (where faces > 1) as several,
                               count(*) filter (where blink) as blinks,
                               count(*) filter (where presence_change = 'LOST') as lost,
                               count(*) filter (where cardinality(quality_flags) > 0) as low_quality
                        from readmodel.frame_readings where session_id = :session and reason is null and :faces
                        """)
                .bind("session", UUID.fromString(session.sessionId()))
                .bind("faces", session.policy().faceSignals())
                .map((row, context) -> new ReadingCounts(
                        row.getLong("readings"),
                        row.getLong("with_face"),
                        row.getLong("no_face"),
                        row.getLong("several"),
                        row.getLong("blinks"),
                        notRead,
                        row.getLong("lost"),
                        row.getLong("low_quality")))
                .one();
    }

    private static Reading row(ResultSet row, StatementContext context) throws SQLException {
        return new Reading(
                row.getString("stream"),
                row.getLong("frame_seq"),
                Columns.instant(row, "captured_at"),
                Columns.instant(row, "occurred_at"),
                Columns.integer(row, "faces"),
                Columns.flag(row, "eyes_open"),
                row.getBoolean("blink"),
                Columns.real(row, "brightness"),
                row.getString("reason"),
                row.getString("reason") == null ? signals(row) : null);
    }

    private static Reading.Signals signals(ResultSet row) throws SQLException {
        Array flags = row.getArray("quality_flags");
        return new Reading.Signals(
                row.getString("presence"),
                row.getString("presence_change"),
                Columns.real(row, "sharpness"),
                Columns.real(row, "contrast"),
                Columns.real(row, "roll_degrees"),
                flags == null ? null : List.of((String[]) flags.getArray()),
                Columns.real(row, "blinks_per_minute"));
    }
}
