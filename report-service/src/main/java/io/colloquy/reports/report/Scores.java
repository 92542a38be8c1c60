package io.colloquy.reports.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A session's scores without its transcript; each still says what it rests on and what made it.
 *
 * @param settled whether all answers are settled
 * @param overall the machine's, weighted over scored questions, 0 to 10; null until final, or when nothing was scored
 * @param overallWithOverrides the same with every override in the machine's place; null until final, or without an override
 * @param questions those with an outcome or an override
 */
public record Scores(
        String sessionId,
        long seq,
        @JsonProperty("final") boolean settled,
        Double overall,
        Double overallWithOverrides,
        Report.RubricFacts rubric,
        List<QuestionScore> questions) {

    /** One question's outcome; {@code override} is a human's, beside the machine's. */
    public record QuestionScore(
            String questionId,
            int position,
            double weight,
            Report.EvaluationReport evaluation,
            Report.OverrideReport override) {}

    static Scores of(Report report) {
        return new Scores(
                report.sessionId(),
                report.seq(),
                report.settled(),
                report.overall(),
                report.overallWithOverrides(),
                report.rubric(),
                report.questions().stream()
                        .filter(question -> question.evaluation() != null || question.override() != null)
                        .map(question -> new QuestionScore(
                                question.questionId(),
                                question.position(),
                                question.weight(),
                                question.evaluation(),
                                question.override()))
                        .toList());
    }
}
