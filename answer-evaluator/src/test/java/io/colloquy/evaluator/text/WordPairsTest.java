package io.colloquy.evaluator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordPairsTest {
    private static final Language ENGLISH = Languages.english();
    private static final Passage SPEECH =
            english("We wrote the steps down and showed them to the new colleague on Monday.");
    private static final Passage SALAD =
            english("The down Monday steps and to wrote of colleague them new on the we showed.");

    private final WordPairs pairs = ENGLISH.wordPairs();

    @Test
    void shouldTellSpeechFromTheSameWordsInAnotherOrder() {
        assertThat(pairs.order(SPEECH)).isGreaterThan(pairs.order(SALAD));
        assertThat(pairs.oddest(SPEECH)).isLessThan(pairs.oddest(SALAD));
        assertThat(pairs.unknown(SPEECH)).isEqualTo(pairs.unknown(SALAD));
    }

    @Test
    void shouldSeeWordsThatNobodyUses() {
        assertThat(pairs.unknown(english("The frombling was to dastin 47 flimmers.")))
                .isEqualTo(0.5);
        assertThat(pairs.unknown(english(""))).isZero();
    }

    @Test
    void shouldReadWhatItWrote() {
        // given
        WordPairs counted = WordPairs.in(List.of(SPEECH, english("Ratio 3:1, then 4:1. And c# as well.")));

        // when
        WordPairs read = WordPairs.of(counted.lines());

        // then
        assertThat(read.lines()).isEqualTo(counted.lines());
        assertThat(read.oddest(SALAD)).isEqualTo(counted.oddest(SALAD));
    }

    @Test
    void shouldHaveACostForNothing() {
        assertThat(pairs.order(english(""))).isZero();
        assertThat(pairs.oddest(english(""))).isPositive();
    }

    private static Passage english(String text) {
        return Passage.of(text, ENGLISH);
    }
}
