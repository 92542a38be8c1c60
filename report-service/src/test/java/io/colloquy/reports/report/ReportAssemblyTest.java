package io.colloquy.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.colloquy.platform.json.Json;
import io.colloquy.reports.content.Contents;
import io.colloquy.schemas.live.SessionState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportAssemblyTest {
    private final Report report = ReportSamples.report("Ada", "I used Kafka.", "used Kafka");

    @Test
    void shouldTellReservesFromQuestionsThatWereNotReached() {
        // given
        List<QuestionRow> questions = List.of(planned(3), planned(4));

        // when
        Report report = ReportAssembly.assemble(
                ReportSamples.session(SessionState.COMPLETED, null),
                questions,
                List.of(),
                List.of(),
                List.of(),
                ReportSamples.OPEN);

        // then
        assertThat(report.questions())
                .extracting(Report.QuestionReport::questionId)
                .containsExactly("q3");
        assertThat(report.reserves())
                .extracting(Report.QuestionReport::questionId)
                .containsExactly("q4");
    }

    private static QuestionRow planned(int position) {
        return new QuestionRow(
                "q" + position,
                position,
                "Why?",
                "TECHNICAL",
                "backend",
                2,
                1,
                "PLANNED",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void shouldTellEachScoreWithWhatItRestsOn() {
        Report.EvaluationReport evaluation = report.questions().getFirst().evaluation();

        assertThat(evaluation.overall()).isEqualTo(7.25);
        assertThat(evaluation.feedback()).isEqualTo("Well put.");
        assertThat(evaluation.scoredBy().provider()).isEqualTo("built-in-rubric");
        assertThat(evaluation.dimensions())
                .containsExactly(new Report.Dimension("relevance", 7.5, 2.0, List.of("used Kafka"), "names the point"));
    }

    @Test
    void shouldKeepTheMachinesScoreBesideAHumans() {
        Report.QuestionReport question = report.questions().getFirst();

        assertThat(question.override().overall()).isEqualTo(9);
        assertThat(question.override().reason()).isEqualTo("I was there.");
        assertThat(question.evaluation().overall()).isEqualTo(7.25);
        assertThat(report.overall()).isEqualTo(7.25);
        assertThat(report.overallWithOverrides()).isEqualTo(9);
    }

    @Test
    void shouldSayThatSomebodyOverrodeAScoreButNotWhoWhereTheReaderMayNotKnow() {
        Report forCandidate = ReportAssembly.assemble(
                ReportSamples.session(SessionState.COMPLETED, "Ada"),
                ReportSamples.questions("words", "words").stream()
                        .map(QuestionRow::withoutReviewer)
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                ReportSamples.OPEN);

        assertThat(forCandidate.questions().getFirst().override().reviewerId()).isNull();
        assertThat(forCandidate.questions().getFirst().override().reason()).isEqualTo("I was there.");
        assertThat(new ReportPage().render(forCandidate))
                .contains("A reviewer's score: 9.0", "A reviewer, ", "I was there.");
    }

    @Test
    void shouldWeighOverridesAsTheMachineWeighsItsScores() {
        List<QuestionRow> questions = List.of(
                ReportSamples.judged(1, 3, 8.0, 2.0),
                ReportSamples.judged(2, 1, 6.0, null),
                ReportSamples.judged(3, 4, null, 5.0));

        assertThat(OverriddenOverall.of(questions)).isEqualTo((3 * 2.0 + 6.0 + 4 * 5.0) / 8);
        assertThat(OverriddenOverall.of(questions.subList(1, 2))).isNull();
    }

    @Test
    void shouldTellWhatPeopleSayOfEachAnswer() {
        assertThat(report.questions().getFirst().labels())
                .containsExactly(
                        new Report.LabelReport("good", "first", "Says why.", ReportSamples.START.plusSeconds(500)));
        assertThat(report.questions().get(1).labels())
                .extracting(Report.LabelReport::label)
                .containsExactly("gibberish");
        assertThat(report.questions().get(2).labels()).isEmpty();
    }

    @Test
    void shouldShowWhatWasHeardBesideWhatTheCandidateMadeOfIt() {
        Report.TranscriptReport heard = report.questions().getFirst().transcript();

        assertThat(heard.text()).isEqualTo("I used coffee.");
        assertThat(heard.corrected()).isTrue();
        assertThat(heard.provider()).isEqualTo("whisper");
        assertThat(heard.confidence()).isEqualTo(0.55);
        assertThat(report.questions().get(1).transcript()).isNull();
    }

    @Test
    void shouldSayThatATranscriptWasLeftAsItCame() {
        Report.TranscriptReport heard = ReportSamples.report("Ada", " I used  coffee. ", "used")
                .questions()
                .getFirst()
                .transcript();

        assertThat(heard.corrected()).isFalse();
    }

    @Test
    void shouldTellAFlagFromAnAnswerThatIsMissing() {
        Report.QuestionReport flagged = report.questions().get(1);
        Report.QuestionReport skipped = report.questions().get(2);

        assertThat(flagged.answer()).isEmpty();
        assertThat(flagged.evaluation().outcome()).isEqualTo("NOT_GRADABLE");
        assertThat(flagged.evaluation().reason()).isEqualTo("EMPTY");
        assertThat(skipped.answer()).isNull();
        assertThat(skipped.evaluation()).isNull();
    }

    @Test
    void shouldSayInWordsWhyAnAnswerWaitsForAPerson() {
        Report waiting = ReportAssembly.assemble(
                ReportSamples.session(SessionState.COMPLETED, "Ada"),
                List.of(ReportSamples.judged(1, 1, null, null)),
                List.of(),
                List.of(),
                List.of(),
                ReportSamples.OPEN);
        Report.EvaluationReport evaluation = waiting.questions().getFirst().evaluation();

        assertThat(evaluation.reason()).isEqualTo("IMPLAUSIBLE_SCORE");
        assertThat(evaluation.message())
                .isEqualTo(
                        "Expected a score that a second reading supports, but the two are far apart: a person reads this answer");
        assertThat(new ReportPage().render(waiting)).contains(evaluation.message());
    }

    @Test
    void shouldShowWhatRemainsOnceErased() {
        Report erased = ReportAssembly.assemble(
                ReportSamples.session(SessionState.ERASED, "Ada"),
                ReportSamples.questions("I used Kafka.", "used Kafka"),
                List.of(),
                List.of(),
                ReportSamples.labels(),
                Contents.ERASED);

        assertThat(erased.candidateName()).isNull();
        assertThat(erased.questions())
                .allSatisfy(question -> assertThat(question.answer()).isNull());
        assertThat(erased.questions().getFirst().evaluation().overall()).isEqualTo(7.25);
        assertThat(erased.questions().getFirst().evaluation().feedback()).isNull();
        assertThat(erased.questions().getFirst().transcript().text()).isNull();
        assertThat(erased.questions().getFirst().transcript().corrected()).isFalse();
        assertThat(erased.questions()
                        .getFirst()
                        .evaluation()
                        .dimensions()
                        .getFirst()
                        .evidence())
                .isEmpty();
        assertThat(erased.questions().getFirst().override().reason()).isNull();
    }

    @Test
    void shouldBeWrittenAsTheContractSays() {
        JsonNode json = Json.MAPPER.valueToTree(report);

        assertThat(json.get("final").asBoolean()).isTrue();
        assertThat(json.has("settled")).isFalse();
        assertThat(json.at("/questions/0/evaluation/scored_by/latency_ms").asLong())
                .isEqualTo(12);
        assertThat(json.at("/questions/0/evaluation/dimensions/0/evidence/0").asText())
                .isEqualTo("used Kafka");
        assertThat(json.at("/policy/face_signals").asBoolean()).isTrue();
        assertThat(json.at("/integrity/several_faces").asLong()).isEqualTo(1);
        assertThat(json.at("/integrity/not_read/UNDECODABLE").asLong()).isEqualTo(1);
        assertThat(json.at("/started_at").asText()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void shouldSayNothingOfEmotionsButTheSetting() {
        JsonNode json = Json.MAPPER.valueToTree(report);

        assertThat(json.findParents("emotion")).containsExactly(json.get("policy"));
        assertThat(json.findValues("probabilities")).isEmpty();
        assertThat(json.findValues("smoothed")).isEmpty();
    }

    @Test
    void shouldGiveScoresWithoutTheTranscript() {
        JsonNode scores = Json.MAPPER.valueToTree(Scores.of(report));

        assertThat(scores.get("questions")).hasSize(2);
        assertThat(scores.findValues("answer")).isEmpty();
    }
}
