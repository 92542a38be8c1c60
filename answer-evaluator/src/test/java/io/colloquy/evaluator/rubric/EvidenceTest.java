package io.colloquy.evaluator.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.rubric.Evaluation.DimensionScore;
import io.colloquy.evaluator.rubric.Evaluation.NeedsHuman;
import io.colloquy.evaluator.rubric.Evaluation.NotGradable;
import io.colloquy.evaluator.rubric.Evaluation.Provenance;
import io.colloquy.evaluator.rubric.Evaluation.Reason;
import io.colloquy.evaluator.rubric.Evaluation.Scored;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {
    private static final String ANSWER = "First I measure.\n\tThen I  add an\u00a0index, \"carefully\".";
    private static final Provenance PROVENANCE = new Provenance("test", "1", "rubric", "hash");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "First I measure. | true",
                "measure. Then I add | true",
                "an index, \"carefully\" | true",
                "first i measure | false",
                "I add a cache | false",
                "First measure | false"
            })
    void shouldFindOnlyVerbatimQuotes(String quote, boolean expected) {
        // when
        boolean found = Evidence.occursIn(ANSWER, quote);

        // then
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u00a0"})
    void shouldNotTakeNothingForAQuote(String quote) {
        // when
        boolean found = Evidence.occursIn(ANSWER, quote);

        // then
        assertThat(found).isFalse();
    }

    @Test
    void shouldKeepAProvenScore() {
        // given
        Evaluation proven = scored(8, 0.5, List.of("Then I add an index"));

        // when
        Evaluation checked = Evidence.checked(proven, ANSWER);

        // then
        assertThat(checked).isSameAs(proven);
    }

    @Test
    void shouldVoidAScoreWithAnInventedQuote() {
        // given
        Evaluation invented = scored(8, 0.5, List.of("First I measure.", "I led a team of forty"));

        // when
        Evaluation checked = Evidence.checked(invented, ANSWER);

        // then
        assertThat(checked).isInstanceOfSatisfying(NeedsHuman.class, human -> {
            assertThat(human.reason()).isEqualTo(Evidence.UNPROVEN);
            assertThat(human.provenance()).isEqualTo(PROVENANCE);
        });
    }

    @Test
    void shouldVoidAScoreWithoutQuotes() {
        // when
        Evaluation checked = Evidence.checked(scored(8, 0.5, List.of()), ANSWER);

        // then
        assertThat(checked).isInstanceOf(NeedsHuman.class);
    }

    @ParameterizedTest
    @CsvSource({"11, 0.5", "-1, 0.5", "NaN, 0.5", "8, 1.1", "8, NaN", "Infinity, 0.5"})
    void shouldVoidAScoreOutOfRange(double score, double confidence) {
        // when
        Evaluation checked = Evidence.checked(scored(score, confidence, List.of("First I measure.")), ANSWER);

        // then
        assertThat(checked).isInstanceOf(NeedsHuman.class);
    }

    @Test
    void shouldLeaveAFlagAlone() {
        // given
        Evaluation flag = new NotGradable(Reason.EMPTY, Messages.of(Reason.EMPTY, "en"), PROVENANCE);

        // when
        Evaluation checked = Evidence.checked(flag, "");

        // then
        assertThat(checked).isSameAs(flag);
    }

    private static Scored scored(double score, double confidence, List<String> quotes) {
        DimensionScore dimension = new DimensionScore("relevance", score, quotes, "because");
        return new Scored(List.of(dimension), score, confidence, "Good.", PROVENANCE);
    }
}
