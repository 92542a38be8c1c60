package io.colloquy.evaluator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.rubric.Evaluation.Provenance;
import io.colloquy.evaluator.rubric.Evaluation.Scored;
import io.colloquy.events.AnswerEvaluated;
import io.colloquy.events.AnswerNotGradable;
import io.colloquy.events.Evaluation;
import io.colloquy.events.EvaluationFailed;
import io.colloquy.events.Personal;
import io.colloquy.events.PlanProposed;
import io.colloquy.events.Question;
import io.colloquy.events.QuestionPlan;
import io.colloquy.events.SessionCompleted;
import io.colloquy.events.SessionErased;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import io.colloquy.schemas.wire.EventHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvaluatorTopologyTest {
    private final EvaluatorFixture fixture = new EvaluatorFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shouldLookAsItDidWhenItsNamesWereFixed() throws IOException {
        // given
        String golden;
        try (InputStream file = EvaluatorTopologyTest.class.getResourceAsStream("topology.txt")) {
            golden = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        // when
        String described = fixture.topology().describe().toString();

        // then
        assertThat(described.strip()).isEqualTo(golden.strip());
    }

    @Test
    void shouldPlanTheQuestionsOfASession() {
        // given
        Personal description = fixture.sealer.seal(Given.SUBJECT, PersonalContent.JOB_DESCRIPTION, "Java and Kafka");

        // when
        fixture.read(Given.started(description));
        fixture.settle();

        // then
        assertThat(fixture.plans()).singleElement().satisfies(record -> {
            QuestionPlan plan = record.getValue();
            PlanProposed proposed = (PlanProposed) plan.getPayload();
            assertThat(record.getKey()).isEqualTo(Given.SESSION);
            assertThat(proposed.getQuestions()).hasSize(5);
            assertThat(proposed.getQuestions())
                    .extracting(Question::getQuestionId)
                    .doesNotHaveDuplicates();
            assertThat(proposed.getPlanner()).isEqualTo("built-in-bank");
            assertThat(plan.getCausationId()).isEqualTo("event-1");
            assertThat(plan.getCorrelationId()).isEqualTo("correlation-1");
            assertThat(EventHeaders.traceparent(record.headers())).contains(EvaluatorFixture.TRACE);
            assertThat(header(record.headers(), "ce_type")).isEqualTo("io.colloquy.PlanProposed");
            assertThat(header(record.headers(), "ce_id")).isEqualTo(plan.getEventId());
        });
        assertThat(fixture.pending()).isZero();
    }

    @Test
    void shouldPlanWithoutADescriptionThatIsErased() {
        // given
        Personal description = fixture.sealer.seal(Given.SUBJECT, PersonalContent.JOB_DESCRIPTION, "Java and Kafka");
        fixture.keys.destroy(Given.SUBJECT);

        // when
        fixture.read(Given.started(description));
        fixture.settle();

        // then
        assertThat(fixture.plans()).hasSize(1);
    }

    @Test
    void shouldScoreAnAnswerWithSealedEvidenceFromIt() {
        // when
        fixture.read(Given.answer("a-1", Given.GOOD_ANSWER, fixture.sealer));
        fixture.settle();

        // then
        AnswerEvaluated scored = (AnswerEvaluated) onlyPayload();
        assertThat(scored.getAnswerId()).isEqualTo("a-1");
        assertThat(scored.getQuestionId()).isEqualTo("s-tec-1");
        assertThat(scored.getResult().getOverall()).isGreaterThan(6);
        assertThat(scored.getResult().getScoredBy().getProvider()).isEqualTo("built-in-rubric");
        assertThat(scored.getResult().getScoredBy().getRubricHash()).isEqualTo("hash");
        assertThat(scored.getResult().getScoredBy().getAttempt()).isEqualTo(1);
        assertThat(scored.getResult().getDimensions())
                .hasSize(2)
                .allSatisfy(dimension -> assertThat(dimension.getEvidence())
                        .isNotEmpty()
                        .allSatisfy(quote -> assertThat(Given.GOOD_ANSWER)
                                .contains(fixture.sealer.openText(Given.SUBJECT, PersonalContent.EVIDENCE, quote))));
        assertThat(fixture.sealer.openText(
                        Given.SUBJECT,
                        PersonalContent.FEEDBACK,
                        scored.getResult().getFeedback()))
                .startsWith("You covered: ");
    }

    @Test
    void shouldFlagAnEmptyAnswer() {
        // when
        fixture.read(Given.answer("a-1", "", fixture.sealer));
        fixture.settle();

        // then
        assertThat(onlyPayload()).isInstanceOfSatisfying(AnswerNotGradable.class, flag -> {
            assertThat(flag.getReason()).isEqualTo("EMPTY");
            assertThat(flag.getScoredBy().getProvider()).isEqualTo("built-in-rubric");
        });
    }

    @Test
    void shouldFlagWhatWasHardlyUnderstoodAndLeftAsItCame() {
        // when
        fixture.read(Given.spoken(
                Given.GOOD_ANSWER, 0.3, " " + Given.GOOD_ANSWER, List.of("built-in-rubric"), fixture.sealer));
        fixture.settle();

        // then
        assertThat(onlyPayload()).isInstanceOfSatisfying(AnswerNotGradable.class, flag -> {
            assertThat(flag.getReason()).isEqualTo("POOR_TRANSCRIPT");
            assertThat(flag.getScoredBy().getProvider()).isEqualTo("built-in-rubric");
        });
    }

    @Test
    void shouldScoreWhatWasWellUnderstood() {
        // when
        fixture.read(
                Given.spoken(Given.GOOD_ANSWER, 0.4, Given.GOOD_ANSWER, List.of("built-in-rubric"), fixture.sealer));
        fixture.settle();

        // then
        assertThat(onlyPayload()).isInstanceOf(AnswerEvaluated.class);
    }

    @Test
    void shouldScoreWhatWasHardlyUnderstoodButCorrected() {
        // when
        fixture.read(Given.spoken(
                "I looked at the query clan.", 0.1, Given.GOOD_ANSWER, List.of("built-in-rubric"), fixture.sealer));
        fixture.settle();

        // then
        assertThat(onlyPayload()).isInstanceOf(AnswerEvaluated.class);
    }

    @Test
    void shouldFlagAnAnswerWhoseKeyIsDestroyed() {
        // given
        fixture.read(Given.answer("a-1", Given.GOOD_ANSWER, fixture.sealer));
        fixture.keys.destroy(Given.SUBJECT);

        // when
        fixture.settle();

        // then
        assertThat(onlyPayload())
                .isInstanceOfSatisfying(
                        AnswerNotGradable.class,
                        flag -> assertThat(flag.getReason()).isEqualTo("ERASED"));
    }

    @Test
    void shouldCallAHumanWhenAnAnswerCannotBeOpened() {
        // given
        Personal foreign = fixture.sealer.seal(
                new Subject(Given.ORGANISATION, "0197c0de-0000-7000-8000-000000000002"), PersonalContent.ANSWER, "x");

        // when
        fixture.read(Given.answer("a-1", foreign, List.of("built-in-rubric")));
        fixture.settle();

        // then
        assertThat(failure().getReason()).isEqualTo("UNREADABLE_ANSWER");
    }

    @Test
    void shouldNotUseAnEvaluatorOutsideTheSessionsChain() {
        // given
        Personal answer = fixture.sealer.seal(Given.SUBJECT, PersonalContent.ANSWER, Given.GOOD_ANSWER);

        // when
        fixture.read(Given.answer("a-1", answer, List.of("some-model")));
        fixture.settle();

        // then
        assertThat(failure()).satisfies(failed -> {
            assertThat(failed.getReason()).isEqualTo("NO_EVALUATOR");
            assertThat(failed.getScoredBy().getProvider()).isEqualTo("none");
        });
    }

    @Test
    void shouldVoidAScoreWhoseQuoteIsNotInTheAnswer() {
        // given
        fixture.evaluateInstead(() -> scored("I invented this"));

        // when
        fixture.read(Given.answer("a-1", Given.GOOD_ANSWER, fixture.sealer));
        fixture.settle();

        // then
        assertThat(failure().getReason()).isEqualTo("UNPROVEN_EVIDENCE");
    }

    @Test
    void shouldKeepTasksPendingWhileThereIsNoRoom() {
        // given
        fixture.calls.setRoom(1);
        fixture.read(Given.answer("a-1", Given.GOOD_ANSWER, fixture.sealer));
        fixture.read(Given.answer("a-2", Given.GOOD_ANSWER, fixture.sealer));
        fixture.read(Given.answer("a-3", Given.GOOD_ANSWER, fixture.sealer));
        assertThat(fixture.calls.started()).isEqualTo(1);
        assertThat(fixture.pending()).isEqualTo(3);

        // when
        fixture.settle();
        fixture.settle();
        fixture.settle();

        // then
        assertThat(fixture.evaluations())
                .extracting(record -> ((AnswerEvaluated) record.getValue().getPayload()).getAnswerId())
                .containsExactly("a-1", "a-2", "a-3");
        assertThat(fixture.pending()).isZero();
    }

    @Test
    void shouldTryAgainAfterATimeoutAndDropTheLateResult() {
        // given
        fixture.read(Given.answer("a-1", Given.GOOD_ANSWER, fixture.sealer));
        List<Runnable> late = fixture.calls.take();
        fixture.pass(EvaluatorFixture.POLICY.timeout());
        fixture.pass(EvaluatorFixture.REST);
        assertThat(fixture.calls.givenUp()).isEqualTo(1);
        assertThat(fixture.calls.started()).isEqualTo(1);

        // when
        late.forEach(Runnable::run);
        fixture.tick();
        boolean lateResultDropped = fixture.evaluations().isEmpty();
        fixture.settle();

        // then
        assertThat(lateResultDropped).isTrue();
        AnswerEvaluated scored = (AnswerEvaluated) onlyPayload();
        assertThat(scored.getResult().getScoredBy().getAttempt()).isEqualTo(2);
    }

    @Test
    void shouldCallAHumanWhenEveryAttemptTimesOut() {
        // given
        fixture.read(Given.answer("a-1", Given.GOOD_ANSWER, fixture.sealer));

        // when
        for (int attempt = 1; attempt <= 3; attempt++) {
            fixture.pass(EvaluatorFixture.POLICY.timeout());
            fixture.pass(EvaluatorFixture.REST);
        }

        // then
        assertThat(failure()).satisfies(failed -> {
            assertThat(failed.getReason()).isEqualTo("TIMEOUT");
            assertThat(failed.getScoredBy().getAttempt()).isEqualTo(3);
            assertThat(failed.getScoredBy().getProvider()).isEqualTo("built-in-rubric");
        });
        assertThat(fixture.pending()).isZero();
    }

    @Test
    void shouldCallAHumanWhenTheEvaluatorKeepsFailing() {
        // given
        fixture.evaluateInstead(() -> {
            throw new IOException("Expected an answer of the provider, but it broke off");
        });
        fixture.read(Given.answer("a-1", Given.GOOD_ANSWER, fixture.sealer));

        // when
        for (int attempt = 1; attempt <= 3; attempt++) {
            fixture.settle();
            fixture.pass(EvaluatorFixture.REST);
        }

        // then
        assertThat(failure().getReason()).isEqualTo("IOException");
    }

    @Test
    void shouldWaitForKeysAsLongAsItTakes() {
        // given
        fixture.read(Given.answer("a-1", Given.GOOD_ANSWER, fixture.sealer));
        fixture.keys.setAvailable(false);
        for (int i = 0; i < 10; i++) {
            fixture.settle();
            fixture.pass(EvaluatorFixture.REST);
        }
        assertThat(fixture.pending()).isEqualTo(1);

        // when
        fixture.keys.setAvailable(true);
        fixture.settle();

        // then
        AnswerEvaluated scored = (AnswerEvaluated) onlyPayload();
        assertThat(scored.getResult().getScoredBy().getAttempt()).isEqualTo(1);
    }

    @Test
    void shouldEvaluateAnAnswerOnceThoughItIsReadTwice() {
        // when
        fixture.read(Given.answer("a-1", Given.GOOD_ANSWER, fixture.sealer));
        fixture.read(Given.answer("a-1", Given.GOOD_ANSWER, fixture.sealer));
        fixture.settle();

        // then
        assertThat(fixture.evaluations()).hasSize(1);
    }

    @Test
    void shouldForgetTheKeyOfAnErasedSessionAndIgnoreOtherEvents() {
        // when
        fixture.read(Given.event(new SessionErased()));
        fixture.read(Given.event(new SessionCompleted()));
        fixture.pass(Duration.ofSeconds(1));

        // then
        assertThat(fixture.keys.forgotten()).containsExactly(Given.SESSION);
        assertThat(fixture.plans()).isEmpty();
        assertThat(fixture.pending()).isZero();
    }

    private EvaluationFailed failure() {
        return (EvaluationFailed) onlyPayload();
    }

    private Object onlyPayload() {
        List<TestRecord<String, Evaluation>> records = fixture.evaluations();
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().getKey()).isEqualTo(Given.SESSION);
        assertThat(EventHeaders.traceparent(records.getFirst().headers())).contains(EvaluatorFixture.TRACE);
        return records.getFirst().getValue().getPayload();
    }

    private static Scored scored(String quote) {
        return new Scored(
                List.of(new DimensionScore("relevance", 9, List.of(quote), "because")),
                9,
                0.9,
                "Well done.",
                new Provenance("built-in-rubric", "1", "built-in", "hash"));
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
