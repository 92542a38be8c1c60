package io.colloquy.reports.labels;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.sealing.SealedColumn;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.reports.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads labels of the organisation that the transaction is set to. A label of a later version is passed over. */
public final class LabelQueries {
    private static final String KNOWN =
            "'GOOD', 'PARTIAL', 'WRONG', 'OFF_TOPIC', 'GIBBERISH', 'COPIED_QUESTION', 'KEYWORD_STUFFING'";

    private LabelQueries() {}

    /** Which answer: that of a question of a session. */
    record AnswerKey(UUID sessionId, String questionId) {}

    private record Line(LabelledAnswer answer, LabelRow label) {}

    /** What is said of a session's answers, the latest first. */
    public static List<LabelRow> of(Handle handle, String sessionId) {
        return handle.createQuery(
                        "select * from readmodel.answer_labels where session_id = :session and label in (<known>)"
                                + " order by labelled_at desc, labeller_id")
                .define("known", KNOWN)
                .bind("session", UUID.fromString(sessionId))
                .map(LabelQueries::label)
                .list();
    }

    /** Which answers were labelled last, at most so many. */
    static List<AnswerKey> newest(Handle handle, int limit) {
        return handle.createQuery("""
                        select session_id, question_id from readmodel.answer_labels where label in (<known>)
                        group by session_id, question_id
                        order by max(labelled_at) desc, session_id, question_id limit :limit
                        """)
                .define("known", KNOWN)
                .bind("limit", limit)
                .map((row, context) ->
                        new AnswerKey(row.getObject("session_id", UUID.class), row.getString("question_id")))
                .list();
    }

    /** Those of these answers whose content is still there, in this order, with every label. */
    static List<LabelledAnswer> labelled(Handle handle, List<AnswerKey> keys) {
        List<Line> lines = handle.createQuery("""
                        select label.*, question.text, question.kind, question.answer, question.outcome, question.overall,
                               question.provider, question.model, session.language, session.job_title,
                               planned.points
                        from unnest(:sessions, :questions) with ordinality as wanted (session_id, question_id, place)
                        join readmodel.answer_labels label using (session_id, question_id)
                        join readmodel.questions question using (session_id, question_id)
                        join readmodel.sessions session using (session_id)
                        left join lateral (
                            select planned ->> 'expected_points' as points
                            from readmodel.session_events event, jsonb_array_elements(event.data -> 'questions') planned
                            where event.session_id = wanted.session_id and event.type = 'QuestionsPlanned'
                              and planned ->> 'question_id' = wanted.question_id
                            limit 1
                        ) planned on true
                        where session.state <> 'ERASED' and question.answer is not null and label.label in (<known>)
                        order by wanted.place, label.labelled_at desc, label.labeller_id
                        """)
                .define("known", KNOWN)
                .bindArray(
                        "sessions",
                        UUID.class,
                        keys.stream().map(AnswerKey::sessionId).toList())
                .bindArray(
                        "questions",
                        String.class,
                        keys.stream().map(AnswerKey::questionId).toList())
                .map(LabelQueries::line)
                .list();
        return grouped(lines);
    }

    private static List<LabelledAnswer> grouped(List<Line> lines) {
        Map<String, LabelledAnswer> answers = new LinkedHashMap<>();
        Map<String, List<LabelRow>> said = new LinkedHashMap<>();
        for (Line line : lines) {
            String id = line.answer().id();
            answers.putIfAbsent(id, line.answer());
            said.computeIfAbsent(id, unused -> new ArrayList<>()).add(line.label());
        }
        return answers.entrySet().stream()
                .map(entry -> {
                    LabelledAnswer it = entry.getValue();
                    return new LabelledAnswer(
                            it.subject(),
                            it.asked(),
                            it.answer(),
                            it.judgement(),
                            List.copyOf(said.get(entry.getKey())));
                })
                .toList();
    }

    private static Line line(ResultSet row, StatementContext context) throws SQLException {
        LabelRow label = label(row, context);
        LabelledAnswer answer = new LabelledAnswer(
                new Subject(row.getString("organisation_id"), row.getString("session_id")),
                new LabelledAnswer.Asked(
                        row.getString("language"),
                        row.getString("job_title"),
                        row.getString("kind"),
                        row.getString("text"),
                        points(row.getString("points"))),
                SealedColumn.read(row.getString("answer")).orElseThrow(),
                new LabelledAnswer.Judgement(
                        row.getString("outcome"),
                        Columns.real(row, "overall"),
                        row.getString("provider"),
                        row.getString("model")),
                List.of(label));
        return new Line(answer, label);
    }

    private static LabelRow label(ResultSet row, StatementContext context) throws SQLException {
        return new LabelRow(
                row.getString("question_id"),
                Label.valueOf(row.getString("label")),
                row.getString("labeller_id"),
                SealedColumn.read(row.getString("note")).orElse(null),
                Columns.instant(row, "labelled_at"));
    }

    private static List<String> points(String column) {
        List<String> points = new ArrayList<>();
        if (column != null) {
            Json.read(column, JsonNode.class)
                    .forEach(point -> points.add(point.path("text").asText()));
        }
        return points;
    }
}
