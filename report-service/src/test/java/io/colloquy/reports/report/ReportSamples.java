package io.colloquy.reports.report;

import io.colloquy.events.Personal;
import io.colloquy.reports.content.Contents;
import io.colloquy.reports.labels.Label;
import io.colloquy.reports.labels.LabelRow;
import io.colloquy.reports.readings.Reading;
import io.colloquy.reports.sessions.SessionRow;
import io.colloquy.schemas.live.SessionState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of an interview with one scored, one flagged and one skipped question, for tests. */
final class ReportSamples {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    /** Stands for an opener: what is sealed here is its own text, and only as its kind. */
    static final Contents OPEN = (content, kind) ->
            kind.equals(content.getKeyId()) ? Optional.of(text(content)) : Optional.of("wrong kind " + kind);

    private static final QuestionRow.TranscriptRow HEARD = new QuestionRow.TranscriptRow(
            personal("I used coffee.", "transcript"), 0.55, "whisper", "small", "en", 4_000);
    static final String PLANNED_BY = """
            {"planner":"built-in-bank","model":null,"version":"4f2a","prompt_hash":null,"latency_ms":3,"attempt":1,"cost_micros":0,
             "details":{"parameters":{},"input_tokens":0,"output_tokens":0,"repaired":false,
             "fallbacks":[{"provider":"openai","reason":"SUSPICIOUS_CONTENT"}],"findings":["INSTRUCTION"]}}""";

    private ReportSamples() {}

    static SessionRow session(SessionState state, String name) {
        return new SessionRow(
                "018f0000-0000-7000-8000-000000000001",
                "018f0000-0000-7000-8000-0000000000aa",
                21,
                state,
                "candidate",
                name == null ? null : personal(name, "candidate_name"),
                "Backend engineer",
                "technical",
                "en",
                new SessionRow.PolicyRow("PRACTICE", true, false),
                new SessionRow.ConsentRow(true, true, 2),
                new SessionRow.RubricRow("general", "1", "abc"),
                START,
                START.plusSeconds(300),
                START.plusSeconds(290),
                3,
                2,
                true,
                7.25,
                PLANNED_BY,
                0);
    }

    static List<QuestionRow> questions(String answer, String quote) {
        var dimension = new QuestionRow.DimensionRow(
                "relevance", 7.5, List.of(personal(quote, "evidence")), personal("names the point", "rationale"));
        var scored = new QuestionRow.EvaluationRow(
                "SCORED",
                7.25,
                0.8,
                List.of(dimension),
                personal("Well put.", "feedback"),
                null,
                null,
                START.plusSeconds(61),
                scoredBy());
        var flagged = new QuestionRow.EvaluationRow(
                "NOT_GRADABLE",
                null,
                null,
                List.of(),
                null,
                "EMPTY",
                "The answer is empty.",
                START.plusSeconds(121),
                scoredBy());
        var override = new QuestionRow.OverrideRow(
                9, personal("I was there.", "override_reason"), "reviewer", START.plusSeconds(400));
        return List.of(
                question(1, "ANSWERED", personal(answer, "answer"), scored, override),
                question(2, "ANSWERED", personal("", "answer"), flagged, null),
                question(3, "SKIPPED", null, null, null));
    }

    static List<Reading> readings() {
        return List.of(
                new Reading("s", 0, START.plusSeconds(1), START.plusSeconds(1), 1, true, false, 120.0, null, null),
                new Reading("s", 1, START.plusSeconds(2), START.plusSeconds(2), 2, false, true, 110.0, null, null),
                new Reading(
                        "s",
                        2,
                        START.plusSeconds(3),
                        START.plusSeconds(3),
                        null,
                        null,
                        false,
                        null,
                        "UNDECODABLE",
                        null));
    }

    /** Both scores may be null: the machine has then called for a human, and nobody has answered. */
    static QuestionRow judged(int position, double weight, Double machine, Double human) {
        var evaluation = new QuestionRow.EvaluationRow(
                machine == null ? "NEEDS_HUMAN" : "SCORED",
                machine,
                null,
                List.of(),
                null,
                machine == null ? "IMPLAUSIBLE_SCORE" : null,
                null,
                START,
                scoredBy());
        var override = human == null ? null : new QuestionRow.OverrideRow(human, null, "reviewer", START);
        QuestionRow row = question(position, "ANSWERED", personal("words", "answer"), evaluation, override);
        return new QuestionRow(
                row.questionId(),
                row.position(),
                row.text(),
                row.kind(),
                row.category(),
                row.difficulty(),
                weight,
                row.state(),
                row.askedAt(),
                row.answeredAt(),
                row.durationMs(),
                row.answer(),
                row.transcript(),
                row.evaluation(),
                row.override());
    }

    static List<LabelRow> labels() {
        return List.of(
                new LabelRow("q2", Label.GIBBERISH, "second", null, START.plusSeconds(600)),
                new LabelRow("q1", Label.GOOD, "first", personal("Says why.", "label_note"), START.plusSeconds(500)));
    }

    static Report report(String name, String answer, String quote) {
        return ReportAssembly.assemble(
                session(SessionState.COMPLETED, name),
                questions(answer, quote),
                List.of(new Report.RubricFacts.Weight("relevance", 2)),
                readings(),
                labels(),
                OPEN);
    }

    static Report.EvaluationReport withDimensions(Report.EvaluationReport base, List<Report.Dimension> dimensions) {
        return new Report.EvaluationReport(
                base.outcome(),
                base.overall(),
                base.confidence(),
                base.feedback(),
                base.reason(),
                base.message(),
                base.evaluatedAt(),
                dimensions,
                base.scoredBy());
    }

    /** The report with its first question alone, evaluated like this. */
    static Report withEvaluation(Report base, Report.EvaluationReport evaluation) {
        Report.QuestionReport first = base.questions().getFirst();
        var question = new Report.QuestionReport(
                first.questionId(),
                first.position(),
                first.text(),
                first.category(),
                first.kind(),
                first.difficulty(),
                first.weight(),
                first.state(),
                first.askedAt(),
                first.answeredAt(),
                first.durationMs(),
                first.answer(),
                first.transcript(),
                evaluation,
                first.override(),
                first.labels());
        return new Report(
                base.sessionId(),
                base.state(),
                base.seq(),
                base.jobTitle(),
                base.interviewKind(),
                base.language(),
                base.candidateName(),
                base.startedAt(),
                base.completedAt(),
                base.settled(),
                base.overall(),
                base.overallWithOverrides(),
                base.policy(),
                base.consent(),
                base.rubric(),
                base.deadLetters(),
                base.plannedBy(),
                List.of(question),
                List.of(),
                base.integrity(),
                base.timeline());
    }

    static Personal personal(String text, String kind) {
        return new Personal(
                "test", kind, ByteBuffer.wrap(new byte[12]), ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static QuestionRow question(
            int position,
            String state,
            Personal answer,
            QuestionRow.EvaluationRow evaluation,
            QuestionRow.OverrideRow override) {
        return new QuestionRow(
                "q" + position,
                position,
                "What is question " + position + "?",
                "TECHNICAL",
                "backend",
                2,
                1,
                state,
                START.plusSeconds(position * 60L - 60),
                answer == null ? null : START.plusSeconds(position * 60L),
                answer == null ? null : 55_000L,
                answer,
                position == 1 ? HEARD : null,
                evaluation,
                override);
    }

    private static Report.ScoredByReport scoredBy() {
        return new Report.ScoredByReport(
                "built-in-rubric",
                "rubric",
                "1",
                null,
                "general",
                "abc",
                12,
                1,
                0,
                Map.of("embeddings_provider", "near", "embeddings_model", "concepts"),
                0,
                0,
                false,
                List.of(new Report.Fallback("embeddings:far", "PROVIDER_TIMEOUT")),
                List.of());
    }

    private static String text(Personal content) {
        return StandardCharsets.UTF_8.decode(content.getData().duplicate()).toString();
    }
}
