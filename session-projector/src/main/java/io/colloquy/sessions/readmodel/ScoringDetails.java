package io.colloquy.sessions.readmodel;

import io.colloquy.platform.json.Json;
import io.colloquy.sessions.events.ScoredBy;

/** How a score came about, as JSON in one column; nothing in it is personal. */
final class ScoringDetails {
    private ScoringDetails() {}

    static String write(ScoredBy.Details details) {
        return Json.write(details);
    }

    /** Null stands for rows from before the column was there. */
    static ScoredBy.Details read(String column) {
        return column == null ? ScoredBy.Details.NONE : Json.read(column, ScoredBy.Details.class);
    }
}
