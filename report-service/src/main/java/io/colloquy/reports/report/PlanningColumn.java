package io.colloquy.reports.report;

import io.colloquy.platform.json.Json;

/** The column that says what planned a session's questions. */
record PlanningColumn(
        String planner,
        String model,
        String version,
        String promptHash,
        long latencyMs,
        int attempt,
        long costMicros,
        ScoringDetails details) {

    /** Null before the plan, and in rows from before the column was there. */
    static Report.PlannedByReport read(String column) {
        return column == null ? null : Json.read(column, PlanningColumn.class).report();
    }

    private Report.PlannedByReport report() {
        return new Report.PlannedByReport(
                planner,
                model,
                version,
                promptHash,
                latencyMs,
                attempt,
                costMicros,
                details.parameters(),
                details.inputTokens(),
                details.outputTokens(),
                details.repaired(),
                details.fallbacks(),
                details.findings());
    }
}
