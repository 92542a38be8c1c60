package io.colloquy.ingest.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTextTest {
    @Test
    void shouldJoinWordsAndSentencesThatPagesHaveCut() {
        // given
        String page = """
                Profile
                I have built pay-
                ment systems with seven
                people in Cologne,
                and moved them.
                Skills
                \uF0B7 Java
                \uF0B7 Node-
                RED
                """;

        // when
        ReadableText text = ReadableText.ofPages(page, 1_000);

        // then
        assertThat(text.text()).isEqualTo("""
                        Profile
                        I have built payment systems with seven people in Cologne, and moved them.
                        Skills
                        • Java
                        • Node-
                        RED""");
        assertThat(text.truncated()).isFalse();
    }

    @Test
    void shouldLeaveTheLinesOfATextFileAsTheyAre() {
        assertThat(ReadableText.ofLines("state-\r\nof the art\r\rone\n\n\n\ntwo \t three  \n", 1_000)
                        .text())
                .isEqualTo("state-\nof the art\n\none\n\ntwo three");
    }

    @Test
    void shouldRemoveWhatNobodySees() {
        // given
        String raw = "a\u0000b\u0007c\u001B[31md\u200Be\u202Ef\u2066g\uFEFFh\uDB40\uDC41i\uD800j\uE001k\u00ADl";

        // when, then
        assertThat(ReadableText.ofLines(raw, 1_000).text()).isEqualTo("abc[31mdefghijkl");
    }

    @Test
    void shouldLeaveMarkupAsWords() {
        assertThat(ReadableText.ofLines("<script>alert(1)</script>", 1_000).text())
                .isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void shouldLeaveNoMoreMarksOnALetterThanWritingHas() {
        // given
        String above = "\u0301";
        String below = "\u0323";

        // when
        ReadableText text = ReadableText.ofLines("x" + above.repeat(40_000) + below.repeat(40_000) + "y", 1_000);

        // then
        assertThat(text.text()).isEqualTo("x" + above.repeat(30) + "y");
    }

    @Test
    void shouldCutBetweenCharactersAndSayIt() {
        // when
        ReadableText text = ReadableText.ofLines("ab\uD83D\uDE00cd", 3);

        // then
        assertThat(text).isEqualTo(new ReadableText("ab", true));
    }
}
