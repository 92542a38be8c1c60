package io.colloquy.local.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.rubric.Rubric;
import io.colloquy.evaluator.rubric.Rubrics;
import io.colloquy.sessions.decider.SessionRubric;
import org.junit.jupiter.api.Test;

/** The rubric that sessions are started with is the one that the built-in evaluator was written for. */
class RubricTest {
    @Test
    void shouldBeTheSameForDeciderAndEvaluator() {
        // given
        io.colloquy.sessions.events.Rubric decided = SessionRubric.BUILT_IN;

        // when
        Rubric expected = Rubrics.builtIn();

        // then
        assertThat(decided.id()).isEqualTo(expected.id());
        assertThat(decided.version()).isEqualTo(expected.version());
        assertThat(decided.hash()).isEqualTo(expected.hash());
        assertThat(decided.dimensions().stream()
                        .map(it -> new Rubric.Dimension(it.name(), it.weight()))
                        .toList())
                .isEqualTo(expected.dimensions());
    }
}
