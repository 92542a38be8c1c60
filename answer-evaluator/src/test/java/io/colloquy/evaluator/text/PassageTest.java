package io.colloquy.evaluator.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassageTest {
    private static final Language ENGLISH = Languages.english();

    @Test
    void shouldKnowWhereEverySentenceStands() {
        // given
        String text = "  First, I measured.  Didn't help!\nThen version 2.0 came";

        // when
        Passage passage = Passage.of(text, ENGLISH);

        // then
        assertThat(passage.sentences())
                .extracting(sentence -> text.substring(sentence.start(), sentence.end()))
                .containsExactly("First, I measured.", "Didn't help!", "Then version 2.0 came");
    }

    @Test
    void shouldStemInflectionsAlike() {
        // when
        Passage passage = Passage.of("measure measured measuring measures", ENGLISH);

        // then
        assertThat(passage.contentStems()).hasSize(1);
    }

    @Test
    void shouldSeeThroughInvisibleCharactersAndLigatures() {
        // when
        Passage passage = Passage.of("in\u200bdex ﬁnd C++", ENGLISH);

        // then
        assertThat(passage.tokens()).extracting(Token::word).containsExactly("index", "find", "c++");
    }

    @Test
    void shouldDropSentencesThatLoseAllTheirWords() {
        // given
        Passage passage = Passage.of("Alpha beta. Gamma.", ENGLISH);

        // when
        Passage without = passage.without(token -> token.word().equals("gamma"));

        // then
        assertThat(without.sentences()).hasSize(1);
        assertThat(without.text()).isEqualTo(passage.text());
    }

    @Test
    void shouldFindRandomKeysLessUsualThanWords() {
        // given
        LetterPairs pairs = ENGLISH.letterPairs();

        // when
        double word = pairs.cost("database");
        double keys = pairs.cost("asdkjh");

        // then
        assertThat(word).isLessThan(3.5);
        assertThat(keys).isGreaterThan(4.5);
    }
}
