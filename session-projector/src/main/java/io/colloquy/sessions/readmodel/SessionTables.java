package io.colloquy.sessions.readmodel;

import io.colloquy.sessions.model.QuestionModel;
import io.colloquy.sessions.model.SessionModel;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Sessions and their questions, read and written whole. */
final class SessionTables {
    private static final Set<String> JSON_COLUMNS = Set.of(
            "candidate_name",
            "answer",
            "dimensions",
            "feedback",
            "override_reason",
            "scoring_details",
            "transcript",
            "planned_by");
    private static final String UPSERT_SESSION = upsert("sessions", SessionRow.class, Set.of("session_id"));
    private static final String UPSERT_QUESTION =
            upsert("questions", QuestionRow.class, Set.of("session_id", "question_id"));

    private SessionTables() {}

    /** Those of the sessions that are there. */
    static Map<String, SessionModel> load(Handle handle, Collection<String> sessionIds) {
        String ids = sessionIds.stream().collect(Collectors.joining(",", "{", "}"));
        Map<UUID, List<QuestionModel>> questions = new HashMap<>();
        handle.createQuery(
                        "select * from readmodel.questions where session_id = any (cast(:ids as uuid[])) order by position")
                .bind("ids", ids)
                .map(ConstructorMapper.of(QuestionRow.class))
                .forEach(row -> questions
                        .computeIfAbsent(row.sessionId(), id -> new ArrayList<>())
                        .add(row.question()));
        Map<String, SessionModel> models = new HashMap<>();
        handle.createQuery("select * from readmodel.sessions where session_id = any (cast(:ids as uuid[]))")
                .bind("ids", ids)
                .map(ConstructorMapper.of(SessionRow.class))
                .forEach(row -> models.put(
                        row.sessionId().toString(), row.model(questions.getOrDefault(row.sessionId(), List.of()))));
        return models;
    }

    static void save(Handle handle, Collection<SessionModel> models) {
        if (models.isEmpty()) {
            return;
        }
        PreparedBatch sessions = handle.prepareBatch(UPSERT_SESSION);
        models.forEach(model -> sessions.bindMethods(SessionRow.of(model)).add());
        sessions.execute();
        PreparedBatch questions = handle.prepareBatch(UPSERT_QUESTION);
        for (SessionModel model : models) {
            for (QuestionModel question : model.questions()) {
                questions.bindMethods(QuestionRow.of(model.opening(), question)).add();
            }
        }
        if (questions.size() > 0) {
            questions.execute();
        }
    }

    /** Every component of the row is a column of the same name. */
    private static String upsert(String table, Class<? extends Record> row, Set<String> key) {
        List<String> components = Arrays.stream(row.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        List<String> columns = components.stream().map(SessionTables::column).toList();
        String values = components.stream()
                .map(name -> JSON_COLUMNS.contains(column(name)) ? "cast(:" + name + " as jsonb)" : ":" + name)
                .collect(Collectors.joining(", "));
        String updates = columns.stream()
                .filter(column -> !key.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return "insert into readmodel.%s (%s) values (%s) on conflict (%s) do update set %s"
                .formatted(table, String.join(", ", columns), values, String.join(", ", key), updates);
    }

    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
