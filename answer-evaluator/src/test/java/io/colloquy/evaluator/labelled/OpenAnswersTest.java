package io.colloquy.evaluator.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.evaluator.rubric.Rubrics;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The built-in evaluator on answers that somebody else wrote and labelled; prints the table whose floors it holds. */
class OpenAnswersTest {
    private static List<Judged> judged;
    private static Agreement agreement;

    @BeforeAll
    static void judge() throws Exception {
        try (InputStream content = OpenAnswersTest.class.getResourceAsStream("answers-open.json")) {
            judged = Judged.all(LabelledSet.read(content), RubricEvaluator.builtIn(), Rubrics.builtIn());
            agreement = Agreement.of(judged);
        }
        System.out.print(AgreementTable.of(agreement));
    }

    @Test
    void shouldOrderGoodAbovePartialAboveWrong() {
        assertThat(agreement.pairs().get(Agreement.ALL).share()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void shouldOrderInEveryLanguage() {
        assertThat(agreement.pairs())
                .containsOnlyKeys(Agreement.ALL, "de", "en", "es", "fr")
                .allSatisfy((language, share) -> assertThat(share.share()).isGreaterThanOrEqualTo(0.8));
    }

    @Test
    void shouldFlagWhatDeservesNoScore() {
        assertThat(agreement.flaggedInAll().share()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void shouldHardlyFlagWhatDeservesAScore() {
        assertThat(agreement.falselyFlaggedInAll().share()).isLessThanOrEqualTo(0.02);
    }

    @Test
    void shouldNeverBeSure() {
        assertThat(judged)
                .filteredOn(Judged::isScored)
                .allSatisfy(it -> assertThat(it.confidence()).isBetween(0.2, 0.75));
    }
}
