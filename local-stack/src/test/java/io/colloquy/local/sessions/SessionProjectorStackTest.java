package io.colloquy.local.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.AnswerNotGradable;
import io.colloquy.events.AnswerToEvaluate;
import io.colloquy.events.CompleteSession;
import io.colloquy.events.Evaluation;
import io.colloquy.events.ExpectedPoint;
import io.colloquy.events.GiveConsent;
import io.colloquy.events.Personal;
import io.colloquy.events.PlanProposed;
import io.colloquy.events.Question;
import io.colloquy.events.QuestionPlan;
import io.colloquy.events.ScoredBy;
import io.colloquy.events.SessionEvent;
import io.colloquy.events.StartSession;
import io.colloquy.events.SubmitAnswer;
import io.colloquy.platform.ids.Ids;
import io.colloquy.schemas.Topics;
import io.colloquy.sessions.SessionProjectorService;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionProjectorStackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void shouldDecideExactlyOnceAndGoOnOnAnotherMachine() throws SQLException {
        String session = Ids.next().toString();
        try (SessionStage stage = new SessionStage(folder)) {
            try (SessionProjectorService service = stage.service("first")) {
                await().atMost(PATIENCE).until(service::ready);
                stage.send(Topics.SESSION_COMMANDS, session, new byte[] {1, 2, 3});
                command(stage, session, start());
                command(stage, session, new GiveConsent(false, "1"));
                stage.send(Topics.QUESTION_PLANS, session, plan(session));
                awaitType(stage, session, "QuestionAsked");
                command(stage, session, new SubmitAnswer("q1", sealed(), 1_000L, null));
                awaitType(stage, session, "AnswerAccepted");
                assertThat(stage.committed(Topics.deadLetters("session-projector"), session))
                        .singleElement()
                        .satisfies(record -> assertThat(record.value()).containsExactly(1, 2, 3));
            }

            try (SessionProjectorService service = stage.service("second")) {
                await().atMost(PATIENCE).until(service::ready);
                command(stage, session, new CompleteSession());
                stage.send(Topics.EVALUATIONS, session, notGradable(stage, session));
                awaitType(stage, session, "SessionEvaluated");

                assertThat(types(stage, session))
                        .containsSubsequence(
                                "SessionStarted",
                                "QuestionsPlanned",
                                "QuestionAsked",
                                "AnswerAccepted",
                                "SessionCompleted",
                                "SessionEvaluated")
                        .doesNotHaveDuplicates()
                        .contains("ConsentGiven", "NotGradable");
                isOneChain(stage, session);
            }
        }
    }

    private static void isOneChain(SessionStage stage, String session) {
        long seq = 0;
        ByteBuffer before = null;
        for (ConsumerRecord<String, byte[]> record : stage.committed(Topics.SESSION_EVENTS.name(), session)) {
            SessionEvent event = stage.event(record);
            seq++;
            assertThat(event.getSeq()).isEqualTo(seq);
            assertThat(event.getPrevHash()).isEqualTo(before);
            before = ByteBuffer.wrap(Ids.sha256(record.value()));
        }
    }

    private static void awaitType(SessionStage stage, String session, String type) {
        await().atMost(PATIENCE).until(() -> types(stage, session).contains(type));
    }

    private static List<String> types(SessionStage stage, String session) {
        return stage.committed(Topics.SESSION_EVENTS.name(), session).stream()
                .map(record -> stage.event(record).getPayload().getClass().getSimpleName())
                .toList();
    }

    private static void command(SessionStage stage, String session, Object payload) {
        stage.send(Topics.SESSION_COMMANDS, session, stage.command(session, "candidate", payload));
    }

    private static StartSession start() {
        return new StartSession(
                "candidate",
                null,
                "Platform engineer",
                null,
                null,
                "mixed",
                "en",
                1,
                false,
                null,
                null,
                false,
                null,
                List.of());
    }

    private static QuestionPlan plan(String session) {
        Question question = new Question(
                "q1",
                "What is a log?",
                "TECHNICAL",
                "platform",
                2,
                List.of(new ExpectedPoint("append only", List.of())),
                1.0,
                120);
        return QuestionPlan.newBuilder()
                .setEventId(Ids.next().toString())
                .setSessionId(session)
                .setOrganisationId(SessionStage.ORGANISATION)
                .setSeq(0)
                .setOccurredAt(Instant.now())
                .setCorrelationId("test")
                .setPayload(new PlanProposed(List.of(question), "test", "1", null))
                .build();
    }

    private static Evaluation notGradable(SessionStage stage, String session) {
        AcceptedAnswer accepted = stage.serdes()
                .deserializer(Topics.ANSWERS)
                .deserialize(
                        Topics.ANSWERS.name(),
                        stage.committed(Topics.ANSWERS.name(), session)
                                .getFirst()
                                .value());
        String answerId = ((AnswerToEvaluate) accepted.getPayload()).getAnswerId();
        return Evaluation.newBuilder()
                .setEventId(Ids.next().toString())
                .setSessionId(session)
                .setOrganisationId(SessionStage.ORGANISATION)
                .setSeq(0)
                .setOccurredAt(Instant.now())
                .setCorrelationId("test")
                .setPayload(new AnswerNotGradable(
                        answerId,
                        "q1",
                        "EMPTY",
                        "There is no answer.",
                        new ScoredBy(
                                "test",
                                "test",
                                "1",
                                null,
                                "built-in",
                                "hash",
                                1L,
                                1,
                                0L,
                                Map.of(),
                                0L,
                                0L,
                                false,
                                List.of(),
                                List.of())))
                .build();
    }

    private static Personal sealed() {
        return new Personal("aes-256-gcm", "key", ByteBuffer.wrap(new byte[12]), ByteBuffer.wrap(new byte[] {1, 2, 3}));
    }
}
