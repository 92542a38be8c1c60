package io.colloquy.reports.report;

import io.colloquy.platform.json.Json;
import java.util.List;
import java.util.Map;

/** The column that says how a score came about. */
record ScoringDetails(
        Map<String, String> parameters,
        long inputTokens,
        long outputTokens,
        boolean repaired,
        List<Report.Fallback> fallbacks,
        List<String> findings) {
    private static final ScoringDetails NONE = new ScoringDetails(Map.of(), 0, 0, false, List.of(), List.of());

    /** Null stands for rows from before the column was there. */
    static ScoringDetails read(String column) {
        return column == null ? NONE : Json.read(column, ScoringDetails.class);
    }
}
