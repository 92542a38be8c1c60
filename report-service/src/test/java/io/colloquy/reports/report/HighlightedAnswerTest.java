package io.colloquy.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.reports.report.HighlightedAnswer.Segment;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlightedAnswerTest {

    @Test
    void shouldMarkWhereQuotesStand() {
        var highlighted =
                HighlightedAnswer.of("I used Kafka and tested it.", List.of(quoting("relevance", "used Kafka")));

        assertThat(highlighted.segments())
                .containsExactly(
                        new Segment("I ", List.of()),
                        new Segment("used Kafka", List.of("relevance")),
                        new Segment(" and tested it.", List.of()));
    }

    @Test
    void shouldCutWhereQuotesOverlap() {
        var highlighted = HighlightedAnswer.of("abcdef", List.of(quoting("one", "abcd"), quoting("two", "cdef", "ab")));

        assertThat(highlighted.segments())
                .containsExactly(
                        new Segment("ab", List.of("one", "two")),
                        new Segment("cd", List.of("one", "two")),
                        new Segment("ef", List.of("two")));
    }

    @Test
    void shouldMarkNothingForWhatWasNotSaid() {
        var highlighted = HighlightedAnswer.of("abc", List.of(quoting("one", "xyz", "")));

        assertThat(highlighted.segments()).containsExactly(new Segment("abc", List.of()));
    }

    @Test
    void shouldLoseNoCharacter() {
        String answer = "🙂 é\n<b>bold</b> \"q\" & more";
        var highlighted = HighlightedAnswer.of(answer, List.of(quoting("one", "<b>bold"), quoting("two", "é\n<b>")));

        assertThat(highlighted.segments().stream().map(Segment::text).collect(Collectors.joining()))
                .isEqualTo(answer);
    }

    private static Report.Dimension quoting(String name, String... quotes) {
        return new Report.Dimension(name, 5, 1.0, List.of(quotes), null);
    }
}
