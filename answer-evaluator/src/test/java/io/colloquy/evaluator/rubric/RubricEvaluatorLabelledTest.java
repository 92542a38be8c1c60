package io.colloquy.evaluator.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.rubric.Evaluation.NotGradable;
import io.colloquy.evaluator.rubric.Evaluation.Scored;
import io.colloquy.evaluator.rubric.LabelledAnswers.LabelledAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the built-in evaluator makes of answers that a person labelled; prints the figures that it asserts. */
class RubricEvaluatorLabelledTest {
    private final RubricEvaluator evaluator = RubricEvaluator.builtIn();

    @Test
    void shouldOrderGoodAbovePartialAboveWrong() {
        // given
        Map<String, List<LabelledAnswer>> byQuestion = new TreeMap<>();
        LabelledAnswers.all().stream()
                .filter(LabelledAnswer::isGradable)
                .forEach(answer -> byQuestion
                        .computeIfAbsent(answer.questionId(), id -> new ArrayList<>())
                        .add(answer));

        // when
        int pairs = 0;
        int inOrder = 0;
        for (List<LabelledAnswer> answers : byQuestion.values()) {
            for (LabelledAnswer better : answers) {
                for (LabelledAnswer worse : answers) {
                    if (rank(better) > rank(worse)) {
                        pairs++;
                        inOrder += overall(better) > overall(worse) ? 1 : 0;
                    }
                }
            }
        }

        // then
        System.out.printf("labelled pairs in order: %d of %d%n", inOrder, pairs);
        assertThat(inOrder).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * pairs));
    }

    @Test
    void shouldFlagWhatIsNotGradable() {
        // given
        List<LabelledAnswer> garbage = LabelledAnswers.all().stream()
                .filter(answer -> !answer.isGradable())
                .toList();

        // when
        List<LabelledAnswer> missed = garbage.stream()
                .filter(answer -> !(evaluator.evaluate(answer.request()) instanceof NotGradable))
                .toList();

        // then
        System.out.printf("garbage flagged: %d of %d%n", garbage.size() - missed.size(), garbage.size());
        assertThat(missed).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void shouldGradeEverythingThatAPersonGraded() {
        // given
        List<LabelledAnswer> gradable = LabelledAnswers.all().stream()
                .filter(LabelledAnswer::isGradable)
                .toList();

        // when
        List<LabelledAnswer> flagged = gradable.stream()
                .filter(answer -> !answer.label().equals("WRONG"))
                .filter(answer -> !(evaluator.evaluate(answer.request()) instanceof Scored))
                .toList();

        // then
        assertThat(flagged).isEmpty();
    }

    @Test
    void shouldNotRewardAGoodAnswerToAnotherQuestion() {
        // given
        List<LabelledAnswer> good = LabelledAnswers.all().stream()
                .filter(answer -> answer.label().equals("GOOD"))
                .toList();

        // when
        List<Double> misplaced = good.stream()
                .flatMap(answer -> good.stream()
                        .map(LabelledAnswer::questionId)
                        .distinct()
                        .filter(questionId -> !questionId.equals(answer.questionId()))
                        .map(questionId -> overall(
                                new LabelledAnswer(questionId, answer.jobTitle(), answer.label(), answer.text()))))
                .toList();

        // then
        long rewarded = misplaced.stream().filter(overall -> overall > 6).count();
        long flagged = misplaced.stream().filter(overall -> overall == 0).count();
        System.out.printf(
                "good answers to another question: %d, flagged %d, above 6 %d%n", misplaced.size(), flagged, rewarded);
        assertThat(rewarded).isLessThanOrEqualTo(misplaced.size() / 15);
        assertThat(flagged).isGreaterThan(misplaced.size() / 2);
    }

    @Test
    void shouldUseTheScale() {
        // given
        Map<String, List<Double>> scores = new TreeMap<>();

        // when
        LabelledAnswers.all().stream().filter(LabelledAnswer::isGradable).forEach(answer -> {
            scores.computeIfAbsent(answer.label(), label -> new ArrayList<>()).add(overall(answer));
        });

        // then
        scores.forEach((label, values) -> System.out.printf("%s: mean %.1f %s%n", label, mean(values), values));
        assertThat(mean(scores.get("GOOD"))).isGreaterThan(8);
        assertThat(mean(scores.get("PARTIAL"))).isBetween(2.5, 6.5);
        assertThat(mean(scores.get("WRONG"))).isLessThan(2.5);
    }

    private double overall(LabelledAnswer answer) {
        return evaluator.evaluate(answer.request()) instanceof Scored scored ? scored.overall() : 0;
    }

    private static int rank(LabelledAnswer answer) {
        return List.of("WRONG", "PARTIAL", "GOOD").indexOf(answer.label());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
