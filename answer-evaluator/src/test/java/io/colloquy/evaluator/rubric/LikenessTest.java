package io.colloquy.evaluator.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.bank.ExpectedPoint;
import io.colloquy.evaluator.bank.Question;
import io.colloquy.evaluator.bank.QuestionKind;
import io.colloquy.evaluator.text.Language;
import io.colloquy.evaluator.text.Languages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final String POINT = "plan the route in advance";
    private static final String SAID = "Every evening I sketch tomorrow's tour on the map in the office.";
    private static final String DENIED = "Nobody here would ever sketch tomorrow's tour, and I don't either.";
    private static final String REST =
            " The parcels for one street go into the van together, and by noon I am through.";

    private final RubricEvaluator evaluator = RubricEvaluator.builtIn();

    @Test
    void shouldMakeAPointByItsNearestSentence() {
        assertThat(rationale(SAID)).contains("1 of 1 expected points found: " + POINT);
    }

    @Test
    void shouldNotMakeAPointByItsDenial() {
        assertThat(rationale(DENIED)).contains("None of the 1 expected points");
    }

    @Test
    void shouldLeaveTheFittedJudgementAsItIs() {
        // given
        EvaluationRequest request = request(SAID + REST);
        TraitsReader traits = new TraitsReader(Map.of());

        // then
        assertThat(traits.read(request.with(near(SAID)))).isEqualTo(traits.read(request));
    }

    @Test
    void shouldNotCallOffTopicWhatIsNearInMeaning() {
        // given
        String said = "On Sundays I sketch tomorrow's tour with a glass of wine, my guitar and the football game on.";
        EvaluationRequest request = request(said);

        // when
        Evaluation without = evaluator.evaluate(request);
        Evaluation with = evaluator.evaluate(request.with(near(said)));

        // then
        assertThat(without)
                .isInstanceOfSatisfying(
                        Evaluation.NotGradable.class,
                        flag -> assertThat(flag.reason()).isEqualTo(Evaluation.Reason.OFF_TOPIC));
        assertThat(with).isInstanceOf(Evaluation.Scored.class);
    }

    @Test
    void shouldCompareOnlyWordsOfOnesOwn() {
        // given
        String copied = "How do you make sure that parcels arrive in time? I sketch how do you make sure that parcels"
                + " on the map of the office every single evening, with care.";

        // when
        TextsToCompare texts = texts(copied);

        // then
        assertThat(texts.statements())
                .hasSize(1)
                .allSatisfy(text -> assertThat(text).doesNotContain("make sure").contains("sketch"));
    }

    @Test
    void shouldSendSoManySentencesAndNoMore() {
        // given
        StringBuilder answer = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            answer.append("Street ")
                    .append(i)
                    .append(" is served by van ")
                    .append(i * 7)
                    .append(" and the driver knows it. ");
        }

        // when
        TextsToCompare texts = texts(answer.toString());

        // then
        assertThat(texts.statements()).hasSize(TextsToCompare.MOST_STATEMENTS);
    }

    private static TextsToCompare texts(String answer) {
        Language english = Languages.of("en").orElseThrow();
        return TextsToCompare.of(
                Reading.of(request(answer), english, Vocabularies.builtIn().of(english)));
    }

    private String rationale(String sentence) {
        Evaluation evaluation = evaluator.evaluate(request(sentence + REST).with(near(sentence)));
        return ((Evaluation.Scored) evaluation)
                .dimensions().stream()
                        .filter(dimension -> dimension.name().equals("covered_points"))
                        .map(Evaluation.DimensionScore::rationale)
                        .findFirst()
                        .orElseThrow();
    }

    private static Likeness near(String sentence) {
        return new Likeness(Map.of(sentence, 1.0), Map.of(POINT, Map.of(sentence, 1.0)));
    }

    private static EvaluationRequest request(String answer) {
        Question question = new Question(
                "q-1",
                "How do you make sure that parcels arrive in time?",
                QuestionKind.TECHNICAL,
                "operations",
                2,
                List.of(new ExpectedPoint(POINT, List.of())),
                1,
                120);
        return new EvaluationRequest(question, answer, "Driver", "en", Rubrics.builtIn());
    }
}
