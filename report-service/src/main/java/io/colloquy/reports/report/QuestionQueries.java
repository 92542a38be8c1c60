package io.colloquy.reports.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.events.Personal;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.sealing.SealedColumn;
import io.colloquy.reports.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a session's questions, and how its rubric weighs them. */
final class QuestionQueries {
    private QuestionQueries() {}

    /** In the order in which they are asked. */
    static List<QuestionRow> of(Handle handle, String sessionId) {
        return handle.createQuery("select * from readmodel.questions where session_id = :session order by position")
                .bind("session", UUID.fromString(sessionId))
                .map(QuestionQueries::question)
                .list();
    }

    /** The dimensions of the rubric that was copied into the session's first event. */
    static List<Report.RubricFacts.Weight> weights(Handle handle, String sessionId) {
        return handle.createQuery("""
                        select dimension ->> 'name' as name, cast(dimension ->> 'weight' as double precision) as weight
                        from readmodel.session_events event,
                             jsonb_array_elements(event.data -> 'rubric' -> 'dimensions')
                                 with ordinality as listed (dimension, place)
                        where event.session_id = :session and event.seq = 1
                        order by place
                        """)
                .bind("session", UUID.fromString(sessionId))
                .map((row, context) -> new Report.RubricFacts.Weight(row.getString("name"), row.getDouble("weight")))
                .list();
    }

    private static QuestionRow question(ResultSet row, StatementContext context) throws SQLException {
        return new QuestionRow(
                row.getString("question_id"),
                row.getInt("position"),
                row.getString("text"),
                row.getString("kind"),
                row.getString("category"),
                row.getInt("difficulty"),
                row.getDouble("weight"),
                row.getString("state"),
                Columns.instant(row, "asked_at"),
                Columns.instant(row, "answered_at"),
                Columns.whole(row, "duration_ms"),
                sealed(row, "answer"),
                transcript(row.getString("transcript")),
                evaluation(row),
                override(row));
    }

    private static QuestionRow.EvaluationRow evaluation(ResultSet row) throws SQLException {
        if (row.getString("outcome") == null) {
            return null;
        }
        return new QuestionRow.EvaluationRow(
                row.getString("outcome"),
                Columns.real(row, "overall"),
                Columns.real(row, "confidence"),
                dimensions(row.getString("dimensions")),
                sealed(row, "feedback"),
                row.getString("reason"),
                row.getString("message"),
                Columns.instant(row, "evaluated_at"),
                scoredBy(row));
    }

    private static Report.ScoredByReport scoredBy(ResultSet row) throws SQLException {
        ScoringDetails details = ScoringDetails.read(row.getString("scoring_details"));
        return new Report.ScoredByReport(
                row.getString("provider"),
                row.getString("model"),
                row.getString("evaluator_version"),
                row.getString("prompt_hash"),
                row.getString("rubric_id"),
                row.getString("rubric_hash"),
                row.getLong("latency_ms"),
                row.getInt("attempt"),
                row.getLong("cost_micros"),
                details.parameters(),
                details.inputTokens(),
                details.outputTokens(),
                details.repaired(),
                details.fallbacks(),
                details.findings());
    }

    private static QuestionRow.OverrideRow override(ResultSet row) throws SQLException {
        Double overall = Columns.real(row, "override_overall");
        return overall == null
                ? null
                : new QuestionRow.OverrideRow(
                        overall,
                        sealed(row, "override_reason"),
                        row.getString("override_by"),
                        Columns.instant(row, "override_at"));
    }

    private static QuestionRow.TranscriptRow transcript(String column) throws SQLException {
        if (column == null) {
            return null;
        }
        try {
            JsonNode node = Json.MAPPER.readTree(column);
            return new QuestionRow.TranscriptRow(
                    SealedColumn.fromJson(node.get("text")).orElse(null),
                    node.path("confidence").isNumber() ? node.path("confidence").doubleValue() : null,
                    node.path("provider").textValue(),
                    node.path("model").textValue(),
                    node.path("language").textValue(),
                    node.path("audio_ms").longValue());
        } catch (JsonProcessingException e) {
            throw new SQLException("Expected JSON in column transcript, but it is something else", e);
        }
    }

    private static List<QuestionRow.DimensionRow> dimensions(String column) throws SQLException {
        if (column == null) {
            return List.of();
        }
        List<QuestionRow.DimensionRow> dimensions = new ArrayList<>();
        try {
            Json.MAPPER.readTree(column).forEach(dimension -> dimensions.add(dimension(dimension)));
        } catch (JsonProcessingException e) {
            throw new SQLException("Expected JSON in column dimensions, but it is something else", e);
        }
        return List.copyOf(dimensions);
    }

    private static QuestionRow.DimensionRow dimension(JsonNode dimension) {
        List<Personal> evidence = new ArrayList<>();
        dimension.path("evidence").forEach(quote -> SealedColumn.fromJson(quote).ifPresent(evidence::add));
        return new QuestionRow.DimensionRow(
                dimension.path("name").asText(),
                dimension.path("score").asDouble(),
                List.copyOf(evidence),
                SealedColumn.fromJson(dimension.get("rationale")).orElse(null));
    }

    private static Personal sealed(ResultSet row, String column) throws SQLException {
        return SealedColumn.read(row.getString(column)).orElse(null);
    }
}
