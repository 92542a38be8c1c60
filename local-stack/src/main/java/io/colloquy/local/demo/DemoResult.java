package io.colloquy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code demo --json} prints. Readings, faces, answers and evaluations come from the public API.
 *
 * @param readings frames that were looked at
 * @param notRead frames that were not, by reason
 * @param faces frames with at least one face
 * @param answers answers in the reports
 * @param plannedBy who planned the questions of each interview
 * @param latencyMs medians and 95th percentiles of {@code ack}, {@code frame_to_reading} and {@code command}
 * @param report folder or file names of the reports
 */
public record DemoResult(
        List<String> sessionIds,
        long framesSent,
        long framesAcked,
        long readings,
        Map<String, Long> notRead,
        long faces,
        long blinks,
        int answers,
        List<EvaluationResult> evaluations,
        List<PlannedBy> plannedBy,
        Map<String, Latencies.Summary> latencyMs,
        List<ReportFiles> report) {

    /**
     * What became of one answer.
     *
     * @param outcome SCORED, NOT_GRADABLE or NEEDS_HUMAN
     * @param reason why it was not graded; null when it was
     * @param overall null unless scored
     * @param dimensions score by dimension
     * @param evidence quotes over all dimensions, each once
     * @param provider what produced the outcome
     * @param model of it; its own name without one
     * @param fallbacks who of the chain was to do it before, and why not
     */
    public record EvaluationResult(
            String questionId,
            String outcome,
            String reason,
            Double overall,
            Map<String, Double> dimensions,
            List<String> evidence,
            String provider,
            String model,
            List<String> fallbacks) {

        static EvaluationResult of(JsonNode question) {
            JsonNode evaluation = question.path("evaluation");
            Map<String, Double> dimensions = new TreeMap<>();
            List<String> evidence = new ArrayList<>();
            for (JsonNode dimension : evaluation.path("dimensions")) {
                dimensions.put(
                        dimension.path("name").asText(), dimension.path("score").asDouble());
                dimension.path("evidence").forEach(quote -> evidence.add(quote.asText()));
            }
            JsonNode scoredBy = evaluation.path("scored_by");
            return new EvaluationResult(
                    question.path("question_id").asText(),
                    evaluation.path("outcome").asText(),
                    evaluation.path("reason").isTextual()
                            ? evaluation.path("reason").asText()
                            : null,
                    evaluation.path("overall").isNumber()
                            ? evaluation.path("overall").asDouble()
                            : null,
                    dimensions,
                    evidence.stream().distinct().toList(),
                    scoredBy.path("provider").asText(),
                    scoredBy.path("model").asText(),
                    DemoResult.fallbacks(scoredBy));
        }
    }

    /**
     * What planned an interview's questions.
     *
     * @param planner for example openai, or built-in-bank
     * @param model null without one
     * @param fallbacks who of the chain was to plan before, and why not
     */
    public record PlannedBy(String planner, String model, List<String> fallbacks) {
        static PlannedBy of(JsonNode report) {
            JsonNode by = report.path("planned_by");
            return new PlannedBy(
                    by.path("planner").asText(),
                    by.path("model").isTextual() ? by.path("model").asText() : null,
                    DemoResult.fallbacks(by));
        }
    }

    private static List<String> fallbacks(JsonNode by) {
        List<String> fallbacks = new ArrayList<>();
        by.path("fallbacks")
                .forEach(it -> fallbacks.add(
                        it.path("provider").asText() + ": " + it.path("reason").asText()));
        return fallbacks;
    }

    /** Where a session's report was written. */
    public record ReportFiles(String html, String json) {}
}
