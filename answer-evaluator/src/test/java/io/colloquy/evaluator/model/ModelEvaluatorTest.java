package io.colloquy.evaluator.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.Evaluation.NeedsHuman;
import io.colloquy.evaluator.rubric.Evaluation.NotGradable;
import io.colloquy.evaluator.rubric.Evaluation.Scored;
import io.colloquy.evaluator.rubric.ModelCall;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelEvaluatorTest {
    private static final RubricEvaluator RULES = RubricEvaluator.builtIn();
    private static final String QUOTE = "read the execution plan and measure the latency";

    private static Evaluation evaluate(ScriptedModel model, String answer) throws Exception {
        return evaluate(model, answer, 1);
    }

    private static Evaluation evaluate(ScriptedModel model, String answer, int samples) throws Exception {
        return new ModelEvaluator("openai", model, RULES, () -> Given.NONCE, samples).evaluate(Given.request(answer));
    }

    @Test
    void shouldTakeTheMeanOfTwoSamplesThatAgree() throws Exception {
        // given
        ScriptedModel model = new ScriptedModel(
                Replies.graded(Given.NONCE, 8, QUOTE).toString(),
                Replies.graded(Given.NONCE, 7, QUOTE).toString());
        double once = ((Scored) evaluate(new ScriptedModel(good()), Given.GOOD)).confidence();

        // when
        Evaluation evaluation = evaluate(model, Given.GOOD, 2);

        // then
        assertThat(evaluation).isInstanceOfSatisfying(Scored.class, scored -> {
            assertThat(scored.overall()).isEqualTo(7.5);
            assertThat(scored.confidence()).isBetween(0.3, 0.9).isNotEqualTo(once);
            ModelCall call = scored.provenance().call();
            assertThat(call.parameters()).containsEntry("samples", "2").containsKeys("nonce", "nonce_2");
            assertThat(call.inputTokens()).isEqualTo(200);
            assertThat(call.outputTokens()).isEqualTo(100);
            assertThat(call.costMicros()).isEqualTo(1400);
            assertThat(call.repaired()).isFalse();
        });
        assertThat(model.requests()).hasSize(2);
    }

    @Test
    void shouldTrustTwoSamplesMoreTheNearerTheyAre() throws Exception {
        // when
        double same = confidenceOf(8, 8);
        double near = confidenceOf(8.5, 7.5);

        // then
        assertThat(same).isGreaterThan(near);
    }

    private static double confidenceOf(double first, double second) throws Exception {
        ScriptedModel model = new ScriptedModel(
                Replies.graded(Given.NONCE, first, QUOTE).toString(),
                Replies.graded(Given.NONCE, second, QUOTE).toString());
        return ((Scored) evaluate(model, Given.GOOD, 2)).confidence();
    }

    @Test
    void shouldCallAHumanWhenTwoSamplesAreFarApart() throws Exception {
        // given
        ScriptedModel model = new ScriptedModel(
                Replies.graded(Given.NONCE, 9, QUOTE).toString(),
                Replies.graded(Given.NONCE, 5, QUOTE).toString());

        // when
        Evaluation evaluation = evaluate(model, Given.GOOD, 2);

        // then
        assertThat(evaluation).isInstanceOfSatisfying(NeedsHuman.class, human -> {
            assertThat(human.reason()).isEqualTo("SAMPLES_DISAGREE");
            assertThat(human.provenance().call().costMicros()).isEqualTo(1400);
        });
    }

    private static String good() {
        return Replies.graded(Given.NONCE, 8, QUOTE).toString();
    }

    @Test
    void shouldScoreFiveDimensionsAndSayWhatDidIt() throws Exception {
        // given
        ScriptedModel model = new ScriptedModel(good());

        // when
        Evaluation evaluation = evaluate(model, Given.GOOD);

        // then
        assertThat(evaluation).isInstanceOfSatisfying(Scored.class, scored -> {
            assertThat(scored.dimensions())
                    .extracting(Evaluation.DimensionScore::name)
                    .containsExactly("relevance", "depth", "correctness", "structure", "communication");
            assertThat(scored.overall()).isEqualTo(8);
            assertThat(scored.confidence()).isBetween(0.3, 0.9);
            assertThat(scored.feedback()).startsWith("You spoke");
            ModelCall call = scored.provenance().call();
            assertThat(scored.provenance().provider()).isEqualTo("openai");
            assertThat(scored.provenance().version()).isEqualTo("prompt-1");
            assertThat(call.model()).contains("test-model-2026");
            assertThat(call.promptHash().orElseThrow()).hasSize(64);
            assertThat(call.parameters()).containsEntry("nonce", Given.NONCE).containsEntry("temperature", "0");
            assertThat(call.inputTokens()).isEqualTo(100);
            assertThat(call.costMicros()).isEqualTo(700);
            assertThat(call.repaired()).isFalse();
        });
    }

    @Test
    void shouldPutWhatPeopleTypedIntoBlocksAndNothingOfItIntoTheInstructions() throws Exception {
        // given
        ScriptedModel model = new ScriptedModel(good());

        // when
        evaluate(model, Given.GOOD);

        // then
        assertThat(model.requests()).singleElement().satisfies(request -> {
            assertThat(request.input())
                    .contains(
                            "[BEGIN " + Given.NONCE + " answer]\n" + Given.GOOD + "\n[END " + Given.NONCE + " answer]");
            assertThat(request.instructions())
                    .contains(Given.NONCE, "correctness: whether what the answer states is true")
                    .doesNotContain(
                            "execution plan", "Backend developer", "{nonce}", "{names}", "{dimensions}", "{language}");
        });
    }

    @Test
    void shouldAcceptAReplyInAFence() throws Exception {
        assertThat(evaluate(new ScriptedModel("```json\n" + good() + "\n```"), Given.GOOD))
                .isInstanceOf(Scored.class);
    }

    @Test
    void shouldAskOnceMoreAndTakeTheSecondReply() throws Exception {
        // given
        ScriptedModel model = new ScriptedModel("not json", good());

        // when
        Evaluation evaluation = evaluate(model, Given.GOOD);

        // then
        assertThat(evaluation).isInstanceOfSatisfying(Scored.class, scored -> {
            assertThat(scored.provenance().call().repaired()).isTrue();
            assertThat(scored.provenance().call().inputTokens()).isEqualTo(200);
        });
        assertThat(model.requests().getLast().input()).contains("could not be used: expected one JSON object");
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("INVALID_JSON", good().substring(0, 100)),
                Arguments.of("INVALID_JSON", good() + "{}"),
                Arguments.of("INVALID_JSON", good().replaceFirst("8.0", "NaN")),
                Arguments.of("WRONG_BLOCK", "[]"),
                Arguments.of("WRONG_BLOCK", "{\"score\": 7}"),
                Arguments.of("WRONG_BLOCK", good().replace(Given.NONCE, "another")),
                Arguments.of("SCORE_OUT_OF_RANGE", good().replaceFirst("8.0", "11")),
                Arguments.of("SCORE_OUT_OF_RANGE", good().replaceFirst("8.0", "-1")),
                Arguments.of("SCORE_OUT_OF_RANGE", good().replaceFirst("8.0", "\"8\"")),
                Arguments.of("SCORE_OUT_OF_RANGE", good().replaceFirst("8.0", "1e999")),
                Arguments.of("MISSING_DIMENSION", without("correctness").toString()),
                Arguments.of("UNKNOWN_DIMENSION", good().replaceFirst("\"depth\"", "\"charm\"")),
                Arguments.of("UNKNOWN_DIMENSION", good().replaceFirst("\"depth\"", "\"relevance\"")),
                Arguments.of(
                        "UNPROVEN_EVIDENCE",
                        Replies.graded(Given.NONCE, 8, "I invented all of this").toString()),
                Arguments.of(
                        "UNPROVEN_EVIDENCE",
                        Replies.graded(Given.NONCE, 8, "the").toString()),
                Arguments.of(
                        "UNPROVEN_EVIDENCE", Replies.graded(Given.NONCE, 8, "").toString()),
                Arguments.of(
                        "INVALID_TEXT",
                        Replies.graded(Given.NONCE, 8, QUOTE)
                                .put("feedback", "")
                                .toString()),
                Arguments.of(
                        "INVALID_REASON",
                        Replies.graded(Given.NONCE, 8, QUOTE)
                                .put("gradable", false)
                                .toString()));
    }

    private static ObjectNode without(String dimension) {
        ObjectNode reply = Replies.graded(Given.NONCE, 8, QUOTE);
        for (int i = reply.path("dimensions").size() - 1; i >= 0; i--) {
            if (reply.path("dimensions").path(i).path("name").asText().equals(dimension)) {
                reply.withArray("dimensions").remove(i);
            }
        }
        return reply;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void shouldCallAHumanWhenTheSecondReplyCannotBeUsedEither(String reason, String reply) throws Exception {
        // given
        ScriptedModel model = new ScriptedModel(reply, reply);

        // when
        Evaluation evaluation = evaluate(model, Given.GOOD);

        // then
        assertThat(evaluation)
                .isInstanceOfSatisfying(
                        NeedsHuman.class, human -> assertThat(human.reason()).isEqualTo(reason));
        assertThat(model.requests()).hasSize(2);
    }

    @Test
    void shouldFlagWhatTheModelCannotGrade() throws Exception {
        // given
        ObjectNode reply =
                Replies.graded(Given.NONCE, 0, QUOTE).put("gradable", false).put("reason", "OFF_TOPIC");

        // when
        Evaluation evaluation = evaluate(new ScriptedModel(reply.toString()), Given.GOOD);

        // then
        assertThat(evaluation)
                .isInstanceOfSatisfying(
                        NotGradable.class, flag -> assertThat(flag.reason()).isEqualTo(Evaluation.Reason.OFF_TOPIC));
    }

    @Test
    void shouldAskNoModelAboutAnAnswerWithoutForm() throws Exception {
        // given
        ScriptedModel model = new ScriptedModel();

        // when
        Evaluation evaluation = evaluate(model, "");

        // then
        assertThat(evaluation).isInstanceOfSatisfying(NotGradable.class, flag -> {
            assertThat(flag.reason()).isEqualTo(Evaluation.Reason.EMPTY);
            assertThat(flag.provenance().provider()).isEqualTo(RubricEvaluator.NAME);
        });
        assertThat(model.requests()).isEmpty();
    }

    @Test
    void shouldBelieveTheModelThatSomebodyTriesToSteerIt() throws Exception {
        // given
        ObjectNode reply = Replies.graded(Given.NONCE, 9, QUOTE).put("manipulation", true);

        // when
        Evaluation evaluation = evaluate(new ScriptedModel(reply.toString()), Given.GOOD);

        // then
        assertThat(evaluation).isInstanceOfSatisfying(NeedsHuman.class, human -> {
            assertThat(human.reason()).isEqualTo(ModelEvaluator.SUSPICIOUS);
            assertThat(human.provenance().call().findings()).containsExactly("REPORTED_BY_MODEL");
        });
    }

    @Test
    void shouldDoubtPraiseThatASecondReadingDoesNotSupport() throws Exception {
        // given
        String quote = "look at the query for a while";
        String reply = Replies.graded(Given.NONCE, 10, quote).toString();

        // when
        Evaluation evaluation = evaluate(new ScriptedModel(reply), Given.POOR);

        // then
        assertThat(evaluation)
                .isInstanceOfSatisfying(
                        NeedsHuman.class, human -> assertThat(human.reason()).isEqualTo("IMPLAUSIBLE_SCORE"));
    }
}
