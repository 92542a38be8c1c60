package io.colloquy.local.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.colloquy.platform.database.Database;
import io.colloquy.platform.health.Health;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.PostgresKeyDestruction;
import io.colloquy.schemas.Topics;
import io.colloquy.sessions.events.AnswerLabel;
import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.readmodel.ReadModelProjector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read model on real Kafka and Postgres. */
class ReadModelProjectorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<String> TABLES = List.of(
            "sessions",
            "questions",
            "session_events",
            "frame_readings",
            "emotion_readings",
            "answer_labels",
            "organisations",
            "dead_letters");

    @TempDir
    static Path folder;

    private static ReadModelStack stack;

    @BeforeAll
    static void start() {
        stack = ReadModelStack.start(folder);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void shouldShowAnInterviewOnceHoweverOftenItsRecordsCome() {
        // given
        SampleSession session =
                new SampleSession(UUID.randomUUID().toString()).running().completed();
        session.send(stack, 0);
        session.send(stack, 3);
        for (long seq = 0; seq < 10; seq++) {
            session.sendFrame(stack, seq);
            session.sendFrame(stack, seq / 2);
        }
        stack.flush();

        // when
        try (Running projector = new Running()) {
            projector.awaitAllRead();
        }

        // then
        String of = " from readmodel.%s where session_id = '" + session.id + "'";
        assertThat(stack.query("select concat_ws(' ', state, seq, answered, scored, not_gradable, overall, evaluated, "
                        + "policy_emotion, consent_video)" + of.formatted("sessions")))
                .containsExactly("COMPLETED 12 2 1 1 6.5 t PRACTICE t");
        assertThat(stack.query("select concat_ws(' ', question_id, state, outcome, overall, provider, reason)"
                        + of.formatted("questions") + " order by position"))
                .containsExactly(
                        "q1 ANSWERED SCORED 6.5 built-in-rubric", "q2 ANSWERED NOT_GRADABLE built-in-rubric EMPTY");
        assertThat(stack.query("select count(*)" + of.formatted("session_events")))
                .containsExactly("12");
        assertThat(stack.query("select data ->> 'rejection'" + of.formatted("session_events") + " and seq = 8"))
                .containsExactly("INVALID_STATE");
        assertThat(stack.query("select count(*)" + of.formatted("frame_readings")))
                .containsExactly("10");
        assertThat(stack.query("select probabilities" + of.formatted("emotion_readings") + " and frame_seq = 9"))
                .containsExactly("{0.125,0.125,0.125,0.125,0.125,0.125,0.125}");
    }

    @Test
    void shouldEqualARebuildHoweverOftenItWasKilled() throws Exception {
        // given
        Random random = new Random(1);
        List<SampleSession> sessions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sessions.add(
                    new SampleSession(UUID.randomUUID().toString()).running().completed());
        }

        // when
        for (int round = 0; round < 6; round++) {
            try (Running one = new Running();
                    Running other = new Running()) {
                for (int i = 0; i < 60; i++) {
                    SampleSession session = sessions.get(random.nextInt(sessions.size()));
                    session.sendFrame(stack, random.nextInt(200));
                    if (random.nextInt(6) == 0) {
                        session.send(stack, 0);
                    }
                    if (random.nextInt(4) == 0) {
                        terminateProjectors();
                    }
                }
                sessions.get(round).tell("erase", new Event.SessionErased()).send(stack, 12);
                one.assertGoingOn();
                other.assertGoingOn();
            }
        }
        sessions.forEach(session -> session.send(stack, 0));
        try (Running projector = new Running()) {
            projector.awaitAllRead();
        }
        List<String> projected = dump();
        stack.query("truncate readmodel.projection_offsets, readmodel." + String.join(", readmodel.", TABLES));
        try (Running projector = new Running()) {
            projector.awaitAllRead();
        }

        // then
        assertThat(projected).hasSizeGreaterThan(400);
        assertThat(dump()).isEqualTo(projected);
    }

    @Test
    void shouldLeaveNothingPersonalOfAnErasedSession() {
        // given
        SampleSession session =
                new SampleSession(UUID.randomUUID().toString()).running().completed();
        session.tell("override", new Event.ScoreOverridden("q1", 9, SampleSession.sealed("because"), "reviewer-1"));
        session.tell("label", label("a1", AnswerLabel.PARTIAL, "reviewer-1"));
        session.send(stack, 0);
        session.sendFrame(stack, 0);
        try (Running projector = new Running()) {
            projector.awaitAllRead();
            assertThat(sealedValues(session)).isEqualTo("7");

            // when
            session.tell("erase", new Event.SessionErased()).send(stack, session.history.size() - 1);
            projector.awaitAllRead();
            session.sendFrame(stack, 1);
            stack.flush();
            projector.awaitAllRead();
        }

        // then
        assertThat(sealedValues(session)).isEqualTo("0");
        assertThat(stack.query("select state from readmodel.sessions where session_id = '" + session.id + "'"))
                .containsExactly("ERASED");
        assertThat(stack.query(
                        "select dimensions::text from readmodel.questions where question_id = 'q1' and session_id = '"
                                + session.id + "'"))
                .singleElement()
                .asString()
                .doesNotContain("key-1");
        for (String table : List.of("frame_readings", "emotion_readings", "answer_labels")) {
            assertThat(stack.query("select 1 from readmodel." + table + " where session_id = '" + session.id + "'"))
                    .isEmpty();
        }
        assertThat(stack.query("select destroyed from keys.session_keys where session_id = '" + session.id + "'"))
                .containsExactly("t");
    }

    @Test
    void shouldDeadLetterWhatCannotBeReadAndGoOn() {
        // given
        SampleSession session = new SampleSession(UUID.randomUUID().toString()).running();
        SampleSession unwritable = new SampleSession(session.organisation).running("a job\u0000title");
        stack.sendAndWait(Topics.SESSION_EVENTS.name(), session.id, "poison".getBytes(StandardCharsets.UTF_8));
        session.send(stack, 0);
        unwritable.send(stack, 0);
        int before = session.history.size();
        stack.sendAndWait(Topics.FRAME_READINGS.name(), session.id, new byte[] {0, 0, 0, 0, 99, 1});

        // when
        session.completed().send(stack, before);
        try (Running projector = new Running()) {
            projector.awaitAllRead();
            await().atMost(PATIENCE)
                    .until(() -> stack.query("select origin_topic from readmodel.dead_letters where session_id = '"
                                    + session.id + "' order by 1")
                            .equals(List.of(Topics.FRAME_READINGS.name(), Topics.SESSION_EVENTS.name())));
        }

        // then
        assertThat(stack.query("select state from readmodel.sessions where session_id = '" + session.id + "'"))
                .containsExactly("COMPLETED");
        assertThat(stack.query("select reason from readmodel.dead_letters where session_id = '" + unwritable.id + "'"))
                .containsExactly("Expected values that Postgres takes, but it refused with 22P05");
    }

    @Test
    void shouldWaitForTheRegistryAndDeadLetterNothing() throws Exception {
        // given
        SampleSession session = new SampleSession(UUID.randomUUID().toString()).running();
        session.send(stack, 0);
        try (FlakyRegistry registry = new FlakyRegistry(stack.kafka().registry())) {
            registry.away(true);
            KafkaConfig kafka = new KafkaConfig(stack.kafka().bootstrapServers(), registry.uri(), 3, 1);
            try (Running projector = new Running(kafka)) {
                await().atMost(PATIENCE).until(() -> registry.refused() > 2);
                assertThat(projector.ready()).isFalse();

                // when
                registry.away(false);
                projector.awaitAllRead();
                await().atMost(PATIENCE).until(projector::ready);
            }
        }

        // then
        assertThat(stack.query("select seq from readmodel.sessions where session_id = '" + session.id + "'"))
                .containsExactly("4");
        assertThat(stack.query("select 1 from readmodel.dead_letters where session_id = '" + session.id + "'"))
                .isEmpty();
    }

    @Test
    void shouldKeepOrganisationsApartAndRolesFromBypassingIt() throws Exception {
        // given
        SampleSession ours = new SampleSession(UUID.randomUUID().toString()).running();
        SampleSession theirs = new SampleSession(UUID.randomUUID().toString()).running();
        for (SampleSession session : List.of(ours, theirs)) {
            session.tell("label", label("a1", AnswerLabel.GOOD, "reviewer-1"));
            session.send(stack, 0);
            session.sendFrame(stack, 0);
            stack.sendAndWait(Topics.SESSION_EVENTS.name(), session.id, new byte[] {7});
        }
        stack.flush();
        try (Running projector = new Running()) {
            projector.awaitAllRead();
            await().atMost(PATIENCE)
                    .until(() -> stack.query("select 1 from readmodel.dead_letters where session_id in ('" + ours.id
                                            + "','" + theirs.id + "')")
                                    .size()
                            == 2);
        }

        // when, then
        List<String> withSession = List.of(
                "sessions",
                "questions",
                "session_events",
                "frame_readings",
                "emotion_readings",
                "answer_labels",
                "dead_letters");
        try (Connection report = stack.connect("colloquy_report")) {
            for (String table : withSession) {
                assertThat(ReadModelStack.query(report, "select 1 from readmodel." + table))
                        .as(table)
                        .isEmpty();
            }
            ReadModelStack.query(
                    report, "select set_config('colloquy.organisation', '" + ours.organisation + "', false)");
            for (String table : withSession) {
                assertThat(ReadModelStack.query(report, "select distinct session_id from readmodel." + table))
                        .as(table)
                        .containsExactly(ours.id);
            }
            assertRefused(report, "select 1 from readmodel.projection_offsets");
            assertRefused(report, "update readmodel.sessions set state = 'x'");
            assertRefused(report, "delete from readmodel.session_events");
            assertRefused(report, "set role colloquy_projector");
            assertRefused(report, "alter table readmodel.sessions disable row level security");
            ReadModelStack.query(report, "set row_security = off");
            assertRefused(report, "select 1 from readmodel.sessions");
        }
        try (Connection writer = stack.connect("colloquy_projector")) {
            assertRefused(writer, "alter table readmodel.sessions no force row level security");
            assertRefused(writer, "drop policy organisation_only on readmodel.sessions");
            assertRefused(writer, "delete from readmodel.flyway_schema_history");
        }
        try (Connection ingest = stack.connect("colloquy_ingest")) {
            assertRefused(ingest, "select 1 from readmodel.sessions");
        }
        assertThat(stack.query("select rolname from pg_roles where rolname like 'colloquy%' "
                        + "and (rolsuper or rolbypassrls or rolcreaterole)"))
                .isEmpty();
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThatThrownBy(() -> ReadModelStack.query(connection, sql)).as(sql).isInstanceOf(SQLException.class);
    }

    @Test
    void shouldKeepTheLatestLabelOfEachPerson() {
        // given
        SampleSession session =
                new SampleSession(UUID.randomUUID().toString()).running().completed();
        session.tell("label-1", label("a1", AnswerLabel.PARTIAL, "reviewer-1"));
        session.tell("label-2", label("a1", AnswerLabel.GOOD, "reviewer-2"));
        session.tell("label-3", label("a1", AnswerLabel.WRONG, "reviewer-1"));

        // when
        session.send(stack, 0);
        session.send(stack, session.history.size() - 3);
        try (Running projector = new Running()) {
            projector.awaitAllRead();
        }

        // then
        assertThat(stack.query("select labeller_id || ' ' || label from readmodel.answer_labels where session_id = '"
                        + session.id + "' order by 1"))
                .containsExactly("reviewer-1 WRONG", "reviewer-2 GOOD");
    }

    private static Event label(String answerId, AnswerLabel label, String by) {
        return new Event.AnswerLabelled("q1", answerId, label, Optional.of(SampleSession.sealed("note")), by);
    }

    private static String sealedValues(SampleSession session) {
        return stack.query("select (select count(candidate_name) from readmodel.sessions where session_id = id)"
                        + " + (select count(answer) + count(feedback) + count(override_reason)"
                        + " + count(dimensions -> 0 -> 'evidence' -> 0) from readmodel.questions where session_id = id)"
                        + " + (select count(note) from readmodel.answer_labels where session_id = id)"
                        + " from (values ('" + session.id + "'::uuid)) session (id)")
                .getFirst();
    }

    private static List<String> dump() {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            stack.query("select '" + table + " ' || line::text from readmodel." + table + " line order by 1")
                    .forEach(rows::add);
        }
        return rows;
    }

    private static void terminateProjectors() {
        stack.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'colloquy_projector'");
    }

    private static List<String> positions() {
        return stack.query("select topic || '-' || partition || '=' || next_offset from readmodel.projection_offsets");
    }

    /** A projector as an instance of the service runs it. */
    private static final class Running implements AutoCloseable {
        private final Database database = stack.database("colloquy_projector");
        private final AtomicReference<Throwable> fatal = new AtomicReference<>();
        private final Health health = new Health();
        private final ReadModelProjector projector;

        Running() {
            this(stack.kafka());
        }

        Running(KafkaConfig kafka) {
            projector = new ReadModelProjector(
                    kafka,
                    kafka.serdes(),
                    database,
                    new PostgresKeyDestruction(database),
                    Clock.systemUTC(),
                    health,
                    new Metrics(),
                    fatal::set);
            projector.start();
        }

        boolean ready() {
            return health.ready();
        }

        /** Until the table of positions has reached the end of every topic. */
        void awaitAllRead() {
            await().atMost(PATIENCE)
                    .until(() ->
                            new TopicEnds(stack.kafka()).missing(positions()).isEmpty());
            assertGoingOn();
        }

        void assertGoingOn() {
            assertThat(fatal.get()).isNull();
        }

        @Override
        public void close() {
            projector.close();
            database.close();
        }
    }
}
