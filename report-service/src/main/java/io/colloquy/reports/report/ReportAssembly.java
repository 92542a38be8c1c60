package io.colloquy.reports.report;

import io.colloquy.events.Personal;
import io.colloquy.reports.content.Contents;
import io.colloquy.reports.labels.LabelRow;
import io.colloquy.reports.readings.Reading;
import io.colloquy.reports.readings.ReadingCounts;
import io.colloquy.reports.readings.Timeline;
import io.colloquy.reports.sessions.SessionRow;
import io.colloquy.schemas.PersonalContent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Puts a report together from what the read model has. Pure but for opening content. */
final class ReportAssembly {
    private final SessionRow session;
    private final Map<String, Double> weights;
    private final List<LabelRow> labels;
    private final Contents contents;

    private ReportAssembly(SessionRow session, Map<String, Double> weights, List<LabelRow> labels, Contents contents) {
        this.session = session;
        this.weights = weights;
        this.labels = labels;
        this.contents = contents;
    }

    /**
     * A report.
     *
     * @param weights of the rubric's dimensions
     * @param readings all of the session
     * @param labels that the reader may see, the latest first
     */
    static Report assemble(
            SessionRow session,
            List<QuestionRow> questions,
            List<Report.RubricFacts.Weight> weights,
            List<Reading> readings,
            List<LabelRow> labels,
            Contents contents) {
        Map<String, Double> byName = weights.stream()
                .collect(Collectors.toMap(
                        Report.RubricFacts.Weight::name, Report.RubricFacts.Weight::weight, (first, second) -> first));
        return new ReportAssembly(session, byName, labels, contents).report(questions, weights, readings);
    }

    private Report report(
            List<QuestionRow> questions, List<Report.RubricFacts.Weight> weights, List<Reading> readings) {
        return new Report(
                session.sessionId(),
                session.state().name(),
                session.seq(),
                session.jobTitle(),
                session.interviewKind(),
                session.language(),
                open(session.candidateName(), PersonalContent.CANDIDATE_NAME),
                session.startedAt(),
                session.completedAt(),
                session.evaluated(),
                session.overall(),
                session.evaluated() ? OverriddenOverall.of(questions) : null,
                new Report.PolicyFacts(
                        session.policy().emotion(),
                        session.policy().faceSignals(),
                        session.policy().recruitment()),
                new Report.ConsentFacts(
                        session.consent().given(),
                        session.consent().video(),
                        session.consent().seq()),
                new Report.RubricFacts(
                        session.rubric().id(),
                        session.rubric().version(),
                        session.rubric().hash(),
                        weights),
                session.deadLetters(),
                PlanningColumn.read(session.plannedBy()),
                questions.stream()
                        .filter(row -> !row.inReserve(session.totalQuestions()))
                        .map(this::question)
                        .toList(),
                questions.stream()
                        .filter(row -> row.inReserve(session.totalQuestions()))
                        .map(this::question)
                        .toList(),
                ReadingCounts.of(readings),
                Timeline.of(readings));
    }

    private Report.QuestionReport question(QuestionRow row) {
        String answer = open(row.answer(), PersonalContent.ANSWER);
        return new Report.QuestionReport(
                row.questionId(),
                row.position(),
                row.text(),
                row.category(),
                row.kind(),
                row.difficulty(),
                row.weight(),
                row.state(),
                row.askedAt(),
                row.answeredAt(),
                row.durationMs(),
                answer,
                row.transcript() == null ? null : transcript(row.transcript(), answer),
                row.evaluation() == null ? null : evaluation(row.evaluation()),
                row.override() == null ? null : override(row.override()),
                labels.stream()
                        .filter(label -> label.questionId().equals(row.questionId()))
                        .map(this::label)
                        .toList());
    }

    private Report.TranscriptReport transcript(QuestionRow.TranscriptRow row, String answer) {
        String text = open(row.text(), PersonalContent.TRANSCRIPT);
        return new Report.TranscriptReport(
                text,
                row.confidence(),
                row.provider(),
                row.model(),
                row.language(),
                row.audioMs(),
                text != null && answer != null && !words(text).equals(words(answer)));
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private Report.EvaluationReport evaluation(QuestionRow.EvaluationRow row) {
        return new Report.EvaluationReport(
                row.outcome(),
                row.overall(),
                row.confidence(),
                open(row.feedback(), PersonalContent.FEEDBACK),
                row.reason(),
                message(row),
                row.evaluatedAt(),
                row.dimensions().stream().map(this::dimension).toList(),
                row.scoredBy());
    }

    private String message(QuestionRow.EvaluationRow row) {
        return row.message() == null && row.outcome().equals(HumanReasons.OUTCOME)
                ? HumanReasons.message(row.reason(), session.language())
                : row.message();
    }

    private Report.Dimension dimension(QuestionRow.DimensionRow row) {
        return new Report.Dimension(
                row.name(),
                row.score(),
                weights.get(row.name()),
                row.evidence().stream()
                        .map(quote -> open(quote, PersonalContent.EVIDENCE))
                        .filter(Objects::nonNull)
                        .toList(),
                open(row.rationale(), PersonalContent.RATIONALE));
    }

    private Report.OverrideReport override(QuestionRow.OverrideRow row) {
        return new Report.OverrideReport(
                row.overall(), open(row.reason(), PersonalContent.OVERRIDE_REASON), row.reviewerId(), row.at());
    }

    private Report.LabelReport label(LabelRow row) {
        return new Report.LabelReport(
                row.label().wireName(), row.labellerId(), open(row.note(), PersonalContent.LABEL_NOTE), row.at());
    }

    private String open(Personal sealed, String kind) {
        return sealed == null ? null : contents.open(sealed, kind).orElse(null);
    }
}
