package io.colloquy.local.reports;

import io.colloquy.events.AnswerAccepted;
import io.colloquy.events.ConsentGiven;
import io.colloquy.events.Personal;
import io.colloquy.events.SessionCompleted;
import io.colloquy.events.SessionEvent;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.json.Json;
import io.colloquy.platform.sealing.SealedColumn;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.registry.CachedSchemaRegistryClient;
import io.colloquy.schemas.wire.EventSerdes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serializer;
import org.jdbi.v3.core.Handle;

/** A session's rows as the projector leaves them: one scored answer, one skipped question, three events, three frames. */
final class ReportSession {
    static final String ANSWER = "I built it with <b>Kafka</b> and tested it.";
    static final String QUOTE = "<b>Kafka</b>";
    static final String STREAM = "018f0000-0000-7000-8000-00000000beef";
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final ReportFixture fixture;
    private final String organisation;
    private final String candidate;
    private final String id = Ids.next().toString();

    private ReportSession(ReportFixture fixture, String organisation, String candidate) {
        this.fixture = fixture;
        this.organisation = organisation;
        this.candidate = candidate;
    }

    static ReportSession insert(ReportFixture fixture, String organisation, String candidate, String emotionPolicy) {
        ReportSession session = new ReportSession(fixture, organisation, candidate);
        Personal name = session.personal(PersonalContent.CANDIDATE_NAME, "Ada Lovelace");
        fixture.owner().jdbi().useTransaction(handle -> {
            session.insertSession(handle, name, emotionPolicy);
            session.insertQuestions(handle);
            session.insertEvents(handle);
            session.insertReadings(handle);
        });
        return session;
    }

    String id() {
        return id;
    }

    String path(String rest) {
        return "/api/v1/interviews/" + id + "/" + rest;
    }

    void execute(String sql) {
        fixture.owner()
                .jdbi()
                .useHandle(handle -> handle.createUpdate(sql)
                        .bind("session", UUID.fromString(id))
                        .execute());
    }

    /** One more frame; {@code faces} is null where it was not read. */
    void addFrame(long seq, long millis, Integer faces, boolean blink, String reason) {
        fixture.owner()
                .jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into readmodel.frame_readings (session_id, stream, frame_seq, organisation_id, occurred_at,
                            captured_at, received_at, faces, blink, reason, kafka_partition)
                        values (:session, :stream, :seq, :organisation, :at, :at, :at, :faces, :blink, :reason, 0)
                        """)
                        .bind("session", UUID.fromString(id))
                        .bind("organisation", UUID.fromString(organisation))
                        .bind("stream", STREAM)
                        .bind("seq", seq)
                        .bind("at", START.plusMillis(millis).atOffset(ZoneOffset.UTC))
                        .bind("faces", faces)
                        .bind("blink", blink)
                        .bind("reason", reason)
                        .execute());
    }

    /** One more expression. */
    void addEmotion(long seq, long millis, double happy) {
        fixture.owner()
                .jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into readmodel.emotion_readings values (:session, :stream, :seq, :organisation, :at, :at,
                            array[0,0,0,:happy,0,0,1 - :happy]::real[], array[0,0,0,:happy,0,0,1 - :happy]::real[], 'hash', 0)
                        """)
                        .bind("session", UUID.fromString(id))
                        .bind("organisation", UUID.fromString(organisation))
                        .bind("stream", STREAM)
                        .bind("seq", seq)
                        .bind("at", START.plusMillis(millis).atOffset(ZoneOffset.UTC))
                        .bind("happy", happy)
                        .execute());
    }

    /** What somebody says of the answer. */
    void addLabel(String labeller, String label, String note, int minute) {
        fixture.owner()
                .jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into readmodel.answer_labels values (:session, 'q1', :labeller, :organisation, 'a1', :label,
                            cast(:note as jsonb), :seq, :at)
                        """)
                        .bind("session", UUID.fromString(id))
                        .bind("organisation", UUID.fromString(organisation))
                        .bind("labeller", labeller)
                        .bind("label", label)
                        .bind(
                                "note",
                                note == null ? null : SealedColumn.write(personal(PersonalContent.LABEL_NOTE, note)))
                        .bind("seq", 10 + minute)
                        .bind("at", time(60L * minute))
                        .execute());
    }

    /** What a good answer covers, as the event says that planned it. */
    void plan() {
        execute("""
                update readmodel.session_events set type = 'QuestionsPlanned', data = '{"questions": [{"question_id": "q1",
                    "expected_points": [{"text": "a log", "synonyms": [], "weight": 1}]}]}'
                where session_id = :session and seq = 2
                """);
    }

    void erase() {
        fixture.vault().destroy(new Subject(organisation, id));
    }

    private void insertSession(Handle handle, Personal name, String emotionPolicy) {
        handle.createUpdate("""
                        insert into readmodel.sessions values (
                            :session, :organisation, 3, 'COMPLETED', :candidate, cast(:name as jsonb), 'Backend engineer',
                            'technical', 'en', :emotion, :emotion, true, false, null, null, true, true, 1,
                            'general', '1', 'abc', :start, :start, :start, :start, 2, 1, 1, 1, 0, 0, true, 7.5)
                        """)
                .bind("session", UUID.fromString(id))
                .bind("organisation", UUID.fromString(organisation))
                .bind("candidate", candidate)
                .bind("name", SealedColumn.write(name))
                .bind("emotion", emotionPolicy)
                .bind("start", time(0))
                .execute();
    }

    private void insertQuestions(Handle handle) {
        var dimension = Json.MAPPER.createObjectNode().put("name", "relevance").put("score", 7.5);
        dimension.putArray("evidence").add(SealedColumn.toJson(personal(PersonalContent.EVIDENCE, QUOTE)));
        dimension.set("rationale", SealedColumn.toJson(personal(PersonalContent.RATIONALE, "names the point")));
        handle.createUpdate("""
                        insert into readmodel.questions (
                            session_id, question_id, organisation_id, position, text, kind, category, difficulty, weight,
                            seconds, state, asked_at, answered_at, answer_id, answer, duration_ms, outcome, overall,
                            confidence, dimensions, feedback, evaluated_at, provider, model, evaluator_version, rubric_id,
                            rubric_hash, latency_ms, attempt, cost_micros)
                        values (:session, 'q1', :organisation, 1, 'How?', 'TECHNICAL', 'backend', 2, 1, 120, 'ANSWERED',
                            :start, :start, 'a1', cast(:answer as jsonb), 5000, 'SCORED', 7.5, 0.8,
                            cast(:dimensions as jsonb), cast(:feedback as jsonb), :start, 'built-in-rubric', 'rubric', '1',
                            'general', 'abc', 12, 1, 0)
                        """)
                .bind("session", UUID.fromString(id))
                .bind("organisation", UUID.fromString(organisation))
                .bind("start", time(0))
                .bind("answer", SealedColumn.write(personal(PersonalContent.ANSWER, ANSWER)))
                .bind("feedback", SealedColumn.write(personal(PersonalContent.FEEDBACK, "Well put.")))
                .bind("dimensions", Json.write(List.of(dimension)))
                .execute();
        handle.createUpdate("""
                        insert into readmodel.questions (session_id, question_id, organisation_id, position, text, kind,
                            category, difficulty, weight, seconds, state)
                        values (:session, 'q2', :organisation, 2, 'Why?', 'BEHAVIOURAL', 'any', 1, 1, 90, 'SKIPPED')
                        """)
                .bind("session", UUID.fromString(id))
                .bind("organisation", UUID.fromString(organisation))
                .execute();
    }

    private void insertEvents(Handle handle) {
        try (Serializer<SessionEvent> serializer = new EventSerdes(
                        new CachedSchemaRegistryClient(fixture.registry().url()))
                .serializer(Topics.SESSION_EVENTS)) {
            byte[] previous = null;
            List<Object> payloads = List.of(
                    new ConsentGiven(true, "1"),
                    new AnswerAccepted("a1", "q1", personal(PersonalContent.ANSWER, ANSWER), 5_000L, null),
                    new SessionCompleted());
            for (int seq = 1; seq <= payloads.size(); seq++) {
                byte[] value =
                        serializer.serialize(Topics.SESSION_EVENTS.name(), event(seq, previous, payloads.get(seq - 1)));
                insertEvent(handle, seq, value);
                previous = Ids.sha256(value);
            }
        }
    }

    private void insertEvent(Handle handle, long seq, byte[] value) {
        Object data = seq == 1
                ? Map.of("rubric", Map.of("dimensions", List.of(Map.of("name", "relevance", "weight", 2.0))))
                : Map.of();
        handle.createUpdate("""
                        insert into readmodel.session_events values (
                            :session, :seq, :organisation, 'event', 'type', :at, null, 'correlation', 'system',
                            cast(:data as jsonb), :value, 0, :seq)
                        """)
                .bind("session", UUID.fromString(id))
                .bind("organisation", UUID.fromString(organisation))
                .bind("seq", seq)
                .bind("at", time(seq))
                .bind("data", Json.write(data))
                .bind("value", value)
                .execute();
    }

    private void insertReadings(Handle handle) {
        handle.createUpdate("""
                        insert into readmodel.frame_readings (session_id, stream, frame_seq, organisation_id, occurred_at,
                            captured_at, received_at, faces, eyes_open, blink, brightness, reason, kafka_partition)
                        values (:session, :stream, 0, :organisation, :start, :start, :start, 1, true, false, 120, null, 0),
                               (:session, :stream, 1, :organisation, :start, :start, :start, 2, false, true, 110, null, 0),
                               (:session, :stream, 2, :organisation, :start, :start, :start, null, null, false, null,
                                'UNDECODABLE', 0)
                        """)
                .bind("session", UUID.fromString(id))
                .bind("organisation", UUID.fromString(organisation))
                .bind("stream", STREAM)
                .bind("start", time(0))
                .execute();
        handle.createUpdate("""
                        insert into readmodel.emotion_readings values (:session, :stream, 0, :organisation, :start, :start,
                            array[0.1,0,0,0.7,0,0,0.2]::real[], array[0.1,0,0,0.6,0,0,0.3]::real[], 'hash', 0)
                        """)
                .bind("session", UUID.fromString(id))
                .bind("organisation", UUID.fromString(organisation))
                .bind("stream", STREAM)
                .bind("start", time(0))
                .execute();
    }

    private SessionEvent event(long seq, byte[] previous, Object payload) {
        return new SessionEvent(
                "event-" + seq,
                id,
                organisation,
                seq,
                START.plusSeconds(seq),
                null,
                "correlation",
                previous == null ? null : ByteBuffer.wrap(previous),
                "system",
                payload);
    }

    private Personal personal(String kind, String text) {
        return fixture.sealer().seal(new Subject(organisation, id), kind, text);
    }

    private static OffsetDateTime time(long seconds) {
        return START.plusSeconds(seconds).atOffset(ZoneOffset.UTC);
    }
}
