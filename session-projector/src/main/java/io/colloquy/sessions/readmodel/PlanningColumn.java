package io.colloquy.sessions.readmodel;

import io.colloquy.platform.json.Json;
import io.colloquy.sessions.model.Planning;

/** What planned a session's questions, as JSON in one column; nothing in it is personal. */
final class PlanningColumn {
    private PlanningColumn() {}

    static String write(Planning planning) {
        return planning == null ? null : Json.write(planning);
    }

    static Planning read(String column) {
        return column == null ? null : Json.read(column, Planning.class);
    }
}
