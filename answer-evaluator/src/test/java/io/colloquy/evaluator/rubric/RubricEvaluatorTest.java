package io.colloquy.evaluator.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.rubric.Evaluation.NeedsHuman;
import io.colloquy.evaluator.rubric.Evaluation.NotGradable;
import io.colloquy.evaluator.rubric.Evaluation.Reason;
import io.colloquy.evaluator.rubric.Evaluation.Scored;
import io.colloquy.evaluator.rubric.LabelledAnswers.LabelledAnswer;
import io.colloquy.evaluator.rubric.Rubric.Dimension;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RubricEvaluatorTest {
    private static final Question QUERY = LabelledAnswers.question("s-tec-1");
    private static final String GOOD = """
            I would look at the execution plan first and measure the present latency.
            Then I add an index, because a full table scan on a large table is the usual cause.
            If that is not enough I rewrite the query so that it reads fewer rows, or I cache the result.
            """;

    private final RubricEvaluator evaluator = RubricEvaluator.builtIn();

    @Test
    void shouldNameItselfAndItsRubricInEveryOutcome() {
        for (LabelledAnswer answer : LabelledAnswers.all()) {
            // when
            Evaluation evaluation = evaluator.evaluate(answer.request());

            // then
            assertThat(evaluation.provenance().provider()).isEqualTo("built-in-rubric");
            assertThat(evaluation.provenance().version()).isNotBlank();
            assertThat(evaluation.provenance().rubricId()).isEqualTo("built-in");
            assertThat(evaluation.provenance().rubricHash()).hasSize(64);
        }
    }

    @Test
    void shouldProveEveryDimensionWithWordsOfTheAnswer() {
        for (LabelledAnswer answer : LabelledAnswers.all()) {
            // when
            Evaluation evaluation = evaluator.evaluate(answer.request());

            // then
            assertThat(evaluation).isNotInstanceOf(NeedsHuman.class);
            if (evaluation instanceof Scored scored) {
                assertThat(scored.dimensions())
                        .extracting(DimensionScore::name)
                        .containsExactly("relevance", "covered_points", "structure", "communication");
                assertThat(scored.dimensions()).allSatisfy(dimension -> {
                    assertThat(dimension.evidence()).isNotEmpty().allMatch(answer.text()::contains);
                    assertThat(dimension.score()).isBetween(0.0, 10.0);
                    assertThat(dimension.rationale()).isNotBlank();
                });
                assertThat(scored.confidence()).isBetween(0.2, Confidence.MOST);
            }
        }
    }

    @Test
    void shouldSayTheSameEveryTime() {
        // given
        EvaluationRequest request = request(QUERY, GOOD, Rubrics.builtIn());

        // when
        Evaluation first = evaluator.evaluate(request);
        Evaluation again = RubricEvaluator.builtIn().evaluate(request);

        // then
        assertThat(again).isEqualTo(first);
    }

    @Test
    void shouldWeighDimensionsByTheRubric() {
        // given
        Rubric rubric = new Rubric("r", "1", "h", List.of(new Dimension("depth", 3), new Dimension("structure", 1)));

        // when
        Evaluation evaluation = evaluator.evaluate(request(QUERY, GOOD, rubric));

        // then
        assertThat(evaluation).isInstanceOfSatisfying(Scored.class, scored -> {
            double depth = scored.dimensions().get(0).score();
            double structure = scored.dimensions().get(1).score();
            assertThat(scored.overall())
                    .isCloseTo((3 * depth + structure) / 4, org.assertj.core.data.Offset.offset(0.051));
        });
    }

    @Test
    void shouldLeaveOutWhatItCannotMeasure() {
        // given
        Rubric rubric =
                new Rubric("r", "1", "h", List.of(new Dimension("relevance", 1), new Dimension("correctness", 1)));

        // when
        Evaluation evaluation = evaluator.evaluate(request(QUERY, GOOD, rubric));

        // then
        assertThat(evaluation)
                .isInstanceOfSatisfying(
                        Scored.class,
                        scored -> assertThat(scored.dimensions())
                                .extracting(DimensionScore::name)
                                .containsExactly("relevance"));
    }

    @Test
    void shouldLeaveARubricItCannotMeasureToAHuman() {
        // given
        Rubric rubric = new Rubric("r", "1", "h", List.of(new Dimension("correctness", 1)));

        // when
        Evaluation evaluation = evaluator.evaluate(request(QUERY, GOOD, rubric));

        // then
        assertThat(evaluation).isInstanceOf(NeedsHuman.class);
    }

    @Test
    void shouldLeaveOtherLanguagesToAHuman() {
        // given
        EvaluationRequest request = new EvaluationRequest(QUERY, GOOD, "Utvecklare", "sv", Rubrics.builtIn());

        // when
        Evaluation evaluation = evaluator.evaluate(request);

        // then
        assertThat(evaluation).isInstanceOf(NeedsHuman.class);
    }

    @Test
    void shouldNotEarnMoreByRepeatingTheQuestionFirst() {
        // given
        Scored plain = (Scored) evaluator.evaluate(request(QUERY, GOOD, Rubrics.builtIn()));

        // when
        Scored prefixed = (Scored) evaluator.evaluate(request(QUERY, QUERY.text() + " " + GOOD, Rubrics.builtIn()));

        // then
        assertThat(score(prefixed, "covered_points")).isLessThanOrEqualTo(score(plain, "covered_points"));
    }

    @ParameterizedTest
    @MethodSource("answersMadeToCost")
    void shouldComeThroughWhatIsMadeToCost(String text) {
        assertThat(evaluator.evaluate(request(QUERY, text, Rubrics.builtIn()))).isInstanceOf(NotGradable.class);
    }

    private static Stream<String> answersMadeToCost() {
        return Stream.of(
                "a" + "'a".repeat(9_900), ".".repeat(19_999) + "x", "a\n".repeat(10_000), "a. b ".repeat(4_000));
    }

    @Test
    void shouldNotTakeAShortAnswerInTheQuestionsWordsForACopyOfIt() {
        // given
        Question asked = new Question(
                "q-1",
                "What is the difference between an interface and an abstract class?",
                QuestionKind.TECHNICAL,
                "software",
                2,
                List.of(new ExpectedPoint("an interface has no code of its own", List.of())),
                1,
                120);
        String few =
                "An interface only has methods without a body, and an abstract class may have some with code in them."
                        + " You can't make an object of either.";
        String copy =
                "The difference between an interface and an abstract class, well, what is the difference between an"
                        + " interface and an abstract class.";

        // then
        assertThat(evaluator.evaluate(request(asked, few, Rubrics.builtIn()))).isInstanceOf(Scored.class);
        assertThat(evaluator.evaluate(request(asked, copy, Rubrics.builtIn())))
                .isInstanceOfSatisfying(
                        NotGradable.class, flag -> assertThat(flag.reason()).isEqualTo(Reason.COPIED_QUESTION));
    }

    @Test
    void shouldFlagRealWordsInSenselessOrder() {
        // given
        String salad =
                "The index would which query of the table eat because slow, and then purple has explained plan the"
                        + " under it. Never a Tuesday of rows but and cache sleeps into the benchmark, so umbrella.";

        // when
        Evaluation evaluation = evaluator.evaluate(request(QUERY, salad, Rubrics.builtIn()));

        // then
        assertThat(evaluation)
                .isInstanceOfSatisfying(
                        NotGradable.class, flag -> assertThat(flag.reason()).isEqualTo(Reason.GIBBERISH));
    }

    @Test
    void shouldScoreTermsHiddenInOneSentenceBelowAnExplanation() {
        // given
        String hidden =
                "I would use the explain plan index indexes cache statistics lock benchmark rewrite join measure vacuum "
                        + "and the materialized view of the replica for it.";

        // when
        Evaluation stuffed = evaluator.evaluate(request(QUERY, hidden, Rubrics.builtIn()));
        Scored explained = (Scored) evaluator.evaluate(request(QUERY, GOOD, Rubrics.builtIn()));

        // then
        if (stuffed instanceof Scored scored) {
            assertThat(scored.overall()).isLessThan(explained.overall() - 1.5);
        } else {
            assertThat(stuffed).isInstanceOf(NotGradable.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void shouldHaveWordsForEveryReason(Reason reason) {
        assertThat(Messages.of(reason, "en-GB")).startsWith("Expected").contains(", but ");
        assertThat(Messages.of(reason, "nl")).isEqualTo(Messages.of(reason, "en"));
        assertThat(List.of("de", "fr", "es"))
                .allSatisfy(language ->
                        assertThat(Messages.of(reason, language)).isNotBlank().isNotEqualTo(Messages.of(reason, "en")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000",
                "😀😀😀 👍👍👍 🎉🎉 😀 😀 😀 👍 👍",
                "(((((((((((",
                "a",
                "\u200b\u200b\u200b",
                "١٢٣ ٤٥٦ ٧٨٩ ١٢٣ ٤٥٦ ٧٨٩ ١٢٣ ٤٥٦ ٧٨٩"
            })
    void shouldFlagOddInputWithoutFailing(String text) {
        // when
        Evaluation evaluation = evaluator.evaluate(request(QUERY, text, Rubrics.builtIn()));

        // then
        assertThat(evaluation).isInstanceOf(NotGradable.class);
    }

    @Test
    void shouldSurviveRandomText() {
        // given
        SplittableRandom random = new SplittableRandom(7);
        String alphabet = "abc xyz.,;!?\n\t'’\u200b\u00a0\u00e9ßﬁ+#1290\ud83d\ude00ĳ(";

        // when, then
        for (int run = 0; run < 2_000; run++) {
            String text = IntStream.range(0, random.nextInt(200))
                    .mapToObj(i -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                    .collect(Collectors.joining());
            assertThat(evaluator.evaluate(request(QUERY, text, Rubrics.builtIn())))
                    .isNotNull();
        }
    }

    private static double score(Scored scored, String dimension) {
        return scored.dimensions().stream()
                .filter(candidate -> candidate.name().equals(dimension))
                .findFirst()
                .orElseThrow()
                .score();
    }

    private static EvaluationRequest request(Question question, String answer, Rubric rubric) {
        return new EvaluationRequest(question, answer, "Backend developer", "en-GB", rubric);
    }
}
