package io.colloquy.local.demo;

import java.util.Locale;
import java.util.Map;

/** The result of a demo in words. */
public final class DemoSummary {
    private DemoSummary() {}

    /** A few lines for a terminal. */
    public static String of(DemoResult result) {
        StringBuilder text = new StringBuilder();
        text.append("\n%d interview(s), %d answers, %d frames sent, %d acknowledged\n"
                .formatted(result.sessionIds().size(), result.answers(), result.framesSent(), result.framesAcked()));
        text.append("%d readings, a face in %d, %d blinks%s\n\n"
                .formatted(result.readings(), result.faces(), result.blinks(), notRead(result.notRead())));
        for (DemoResult.PlannedBy plannedBy : result.plannedBy()) {
            text.append(line(plannedBy));
        }
        for (DemoResult.EvaluationResult evaluation : result.evaluations()) {
            text.append(line(evaluation));
        }
        text.append("\nlatency, ms (p50 / p95):");
        result.latencyMs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> text.append("  %s %s / %s"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().p50(),
                                entry.getValue().p95())));
        text.append("\n\n");
        for (DemoResult.ReportFiles files : result.report()) {
            text.append("report: %s\n        %s\n".formatted(files.html(), files.json()));
        }
        return text.toString();
    }

    private static String line(DemoResult.PlannedBy plannedBy) {
        String model = plannedBy.model() == null ? "" : " (" + plannedBy.model() + ")";
        String fallbacks =
                plannedBy.fallbacks().isEmpty() ? "" : ", fallback from " + String.join(", ", plannedBy.fallbacks());
        return "questions planned by %s%s%s\n".formatted(plannedBy.planner(), model, fallbacks);
    }

    private static String line(DemoResult.EvaluationResult evaluation) {
        String score =
                evaluation.overall() == null ? "   –" : String.format(Locale.ROOT, "%4.1f", evaluation.overall());
        String quote = evaluation.evidence().isEmpty()
                ? ""
                : "“" + shortened(evaluation.evidence().getFirst()) + "”";
        String model = evaluation.model().equals(evaluation.provider()) ? "" : " (" + evaluation.model() + ")";
        String fallbacks =
                evaluation.fallbacks().isEmpty() ? "" : ", fallback from " + String.join(", ", evaluation.fallbacks());
        return "  %s  %-12s %s  by %s%s%s\n"
                .formatted(score, evaluation.outcome(), quote, evaluation.provider(), model, fallbacks);
    }

    private static String shortened(String quote) {
        return quote.length() <= 60 ? quote : quote.substring(0, 59) + "…";
    }

    private static String notRead(Map<String, Long> reasons) {
        return reasons.isEmpty() ? "" : ", not read: " + reasons;
    }
}
