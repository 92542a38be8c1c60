package io.colloquy.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskedBeforeTest {
    @Test
    void shouldTakeTheNewestOfManyQuestions() {
        List<String> texts =
                IntStream.range(0, 100).mapToObj(i -> "Question " + i + "?").toList();

        assertThat(AskedBefore.bounded(texts)).isEqualTo(texts.subList(0, AskedBefore.MOST));
    }

    @Test
    void shouldTakeNoMoreThanACommandMayCarry() {
        List<String> texts = Collections.nCopies(20, "x".repeat(2_000));

        assertThat(AskedBefore.bounded(texts)).hasSize(AskedBefore.LONGEST / 2_000);
    }

    @Test
    void shouldTakeNothingOfNothing() {
        assertThat(AskedBefore.bounded(List.of())).isEmpty();
    }
}
