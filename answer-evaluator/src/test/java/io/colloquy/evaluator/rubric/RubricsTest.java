package io.colloquy.evaluator.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.evaluator.bank.ContentHash;
import io.colloquy.evaluator.bank.InvalidContentException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RubricsTest {
    @Test
    void shouldHashTheCanonicalText() {
        // when
        Rubric rubric = Rubrics.builtIn();

        // then
        assertThat(rubric.hash())
                .isEqualTo(ContentHash.sha256(
                        "built-in:1:relevance=0.25,covered_points=0.45,structure=0.15,communication=0.15"));
    }

    @Test
    void shouldNameEveryOffence() {
        // given
        String broken = "{\"version\":\"1\",\"dimensions\":[{\"name\":\"relevance\",\"weight\":0}]}";

        // when, then
        assertThatThrownBy(() -> Rubrics.read(new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InvalidContentException.class)
                .hasMessageContaining("Expected a rubric to have an id and a version, but one is blank")
                .hasMessageContaining(
                        "Expected dimension 'relevance' to have a name and a weight above 0, but it has 0.0");
    }
}
