package io.colloquy.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.reports.content.Contents;
import io.colloquy.schemas.live.SessionState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {
    private final ReportPage page = new ReportPage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</p></main><script src=//evil.example/x.js></script>",
                "<img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "' onmouseover='alert(1)",
                "</title><script>alert(1)</script>",
                "</style><script>alert(1)</script>",
                "<svg/onload=alert(1)>",
                "${7*7} @if(true) <!-- --> ]]>",
                "javascript:alert(1)",
            })
    void shouldShowHostileTextAsText(String hostile) {
        String html = page.render(ReportSamples.report(hostile, "before " + hostile + " after", hostile));

        String markup = withoutText(html);
        assertThat(markup).doesNotContain("script").doesNotContain("<img").doesNotContain("evil");
        assertThat(Pattern.compile("\\son[a-z]+\\s*=").matcher(markup).find()).isFalse();
        assertThat(count(html, "<style>")).isEqualTo(1);
        assertThat(count(html, "<svg")).isEqualTo(2);
    }

    @Test
    void shouldKeepHostileTextOutOfAttributes() {
        Report.Dimension dimension =
                new Report.Dimension("x\" onclick=\"alert(1)", 5, 1.0, List.of("words"), "<b>why</b>");
        Report report = ReportSamples.report("Ada", "some words", "words");
        Report.QuestionReport first = report.questions().getFirst();
        Report hostile = ReportSamples.withEvaluation(
                report, ReportSamples.withDimensions(first.evaluation(), List.of(dimension)));

        String html = page.render(hostile);

        assertThat(withoutText(html)).doesNotContain("onclick").doesNotContain("<b>");
    }

    @Test
    void shouldSayWhoPlannedWhoWasToAndWhatWasNoticed() {
        String html = page.render(ReportSamples.report("Ada", "some words", "words"));

        assertThat(html)
                .contains("Questions planned from the built-in bank.")
                .contains("Fallback: openai was to plan the questions, but did not (suspicious content).")
                .contains("Noticed in CV or job description: instruction;");
    }

    @Test
    void shouldSayWhoComparedMeaningsAndWhoWasTo() {
        String html = page.render(ReportSamples.report("Ada", "some words", "words"));

        assertThat(html)
                .contains("Meanings compared by near (concepts).")
                .contains("Fallback: embeddings:far was to compare meanings for this, but did not (provider timeout).");
    }

    @Test
    void shouldMarkEvidenceInsideTheAnswer() {
        String html = page.render(ReportSamples.report("Ada", "I used Kafka & <tested> it.", "Kafka & <tested>"));

        assertThat(html).contains("I used <mark title=\"relevance\">Kafka &amp; &lt;tested&gt;</mark> it.");
    }

    @Test
    void shouldNeedNoOtherFile() {
        String html = page.render(ReportSamples.report("Ada", "words", "words"));

        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("src=")
                .doesNotContain("<link")
                .doesNotContain("url(")
                .doesNotContain("<script")
                .doesNotContain("style=\"");
    }

    @Test
    void shouldShowTheMachinesScoreAndAHumans() {
        String html = page.render(ReportSamples.report("Ada", "words", "words"));

        assertThat(html)
                .contains("A reviewer's score: 9.0")
                .contains("<strong>7.3</strong>")
                .contains("Scored by built-in-rubric")
                .contains("The answer is empty.");
    }

    @Test
    void shouldSayWhoLookedAtWhatWasNotScoredAndHowManyWere() {
        String html = page.render(ReportSamples.report("Ada", "words", "words"));

        assertThat(count(html, "Scored by ")).isEqualTo(1);
        assertThat(count(html, "Looked at by built-in-rubric")).isEqualTo(1);
        assertThat(html).contains("1 of 2 answers scored, 0 need a person, 1 not gradable");
    }

    @Test
    void shouldSayNothingOfSharesWhenAllAnswersAreScored() {
        Report report = ReportSamples.report("Ada", "words", "words");
        Report whole = ReportSamples.withEvaluation(
                report, report.questions().getFirst().evaluation());

        assertThat(page.render(whole)).doesNotContain("answers scored");
    }

    @Test
    void shouldSayNothingOfEmotions() {
        assertThat(page.render(ReportSamples.report("Ada", "words", "words")).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("emotion");
    }

    @Test
    void shouldOpenOnceErased() {
        Report erased = ReportAssembly.assemble(
                ReportSamples.session(SessionState.ERASED, "Ada"),
                ReportSamples.questions("I used Kafka.", "used Kafka"),
                List.of(),
                List.of(),
                List.of(),
                Contents.ERASED);

        assertThat(page.render(erased))
                .contains("Personal content erased")
                .contains("The answer was erased.")
                .doesNotContain("Kafka")
                .doesNotContain("Ada");
    }

    /** Markup alone: what stands between tags, and inside quotes, is text to a browser. */
    private static String withoutText(String html) {
        String tags = Pattern.compile("<style>.*?</style>", Pattern.DOTALL)
                .matcher(html)
                .replaceAll("<style></style>");
        StringBuilder markup = new StringBuilder();
        Pattern.compile("<[^>]*>")
                .matcher(tags)
                .results()
                .forEach(tag -> markup.append(tag.group().replaceAll("\"[^\"]*\"", "\"\"")));
        return markup.toString();
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
