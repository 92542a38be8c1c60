package io.colloquy.reports.sessions;

import io.colloquy.platform.sealing.SealedColumn;
import io.colloquy.reports.rows.Columns;
import io.colloquy.schemas.live.SessionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads sessions of the organisation that the transaction is set to. */
public final class SessionQueries {
    private static final String COLUMNS = """
            select s.*,
                   (select count(distinct (d.origin_topic, d.origin_partition, d.origin_offset))
                    from readmodel.dead_letters d where d.session_id = s.session_id) as dead_letters
            from readmodel.sessions s
            """;

    private SessionQueries() {}

    /** One session; empty when there is none in this organisation. */
    public static Optional<SessionRow> find(Handle handle, String sessionId) {
        return handle.createQuery(COLUMNS + "where s.session_id = :session")
                .bind("session", UUID.fromString(sessionId))
                .map(SessionQueries::row)
                .findOne();
    }

    /** How far a session is; empty when there is none in this organisation. */
    public static Optional<Long> seq(Handle handle, String sessionId) {
        return handle.createQuery("select seq from readmodel.sessions where session_id = :session")
                .bind("session", UUID.fromString(sessionId))
                .mapTo(Long.class)
                .findOne();
    }

    /** Newest first: session ids grow with time. */
    public static List<SessionRow> list(Handle handle, SessionFilter filter, Optional<String> after, int limit) {
        return handle.createQuery(COLUMNS + """
                        where (cast(:after as uuid) is null or s.session_id < cast(:after as uuid))
                          and (cast(:session as uuid) is null or s.session_id = cast(:session as uuid))
                          and (cast(:candidate as text) is null or s.candidate_id = :candidate)
                          and (cast(:state as text) is null or s.state = :state)
                          and (cast(:evaluated as boolean) is null or s.evaluated = :evaluated)
                          and (cast(:job as text) is null or position(lower(:job) in lower(s.job_title)) > 0)
                          and (cast(:from as timestamptz) is null or s.started_at >= :from)
                          and (cast(:to as timestamptz) is null or s.started_at < :to)
                        order by s.session_id desc
                        limit :limit
                        """)
                .bind("after", after.orElse(null))
                .bind("session", filter.sessionId().orElse(null))
                .bind("candidate", filter.candidateId().orElse(null))
                .bind("state", filter.state().map(SessionState::name).orElse(null))
                .bind("evaluated", filter.evaluated().orElse(null))
                .bind("job", filter.jobTitle().orElse(null))
                .bind("from", filter.startedFrom().orElse(null))
                .bind("to", filter.startedTo().orElse(null))
                .bind("limit", limit)
                .map(SessionQueries::row)
                .list();
    }

    /** Those that changed last. */
    public static List<SessionRow> lastChanged(Handle handle, int limit) {
        return handle.createQuery(COLUMNS + "order by s.updated_at desc, s.session_id desc limit :limit")
                .bind("limit", limit)
                .map(SessionQueries::row)
                .list();
    }

    private static SessionRow row(ResultSet row, StatementContext context) throws SQLException {
        return new SessionRow(
                row.getString("session_id"),
                row.getString("organisation_id"),
                row.getLong("seq"),
                SessionState.valueOf(row.getString("state")),
                row.getString("candidate_id"),
                SealedColumn.read(row.getString("candidate_name")).orElse(null),
                row.getString("job_title"),
                row.getString("interview_kind"),
                row.getString("language"),
                new SessionRow.PolicyRow(
                        row.getString("policy_emotion"),
                        row.getBoolean("policy_face_signals"),
                        row.getBoolean("policy_recruitment")),
                new SessionRow.ConsentRow(
                        row.getBoolean("consent_given"), row.getBoolean("consent_video"), row.getLong("consent_seq")),
                new SessionRow.RubricRow(
                        row.getString("rubric_id"), row.getString("rubric_version"), row.getString("rubric_hash")),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "updated_at"),
                Columns.instant(row, "completed_at"),
                row.getInt("total_questions"),
                row.getInt("answered"),
                row.getBoolean("evaluated"),
                Columns.real(row, "overall"),
                row.getString("planned_by"),
                row.getLong("dead_letters"));
    }
}
