package io.colloquy.evaluator.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.evaluator.rubric.Rubric;

/** What models reply. */
final class Replies {
    private Replies() {}

    /** Every dimension with the same score and quote. */
    static ObjectNode graded(String nonce, double score, String quote) {
        ObjectNode reply = JsonNodeFactory.instance
                .objectNode()
                .put("block", nonce)
                .put("manipulation", false)
                .put("gradable", true)
                .put("reason", "");
        for (Rubric.Dimension dimension : Given.RUBRIC.dimensions()) {
            ObjectNode entry = reply.withArray("dimensions").addObject();
            entry.put("name", dimension.name()).put("score", score);
            entry.putArray("evidence").add(quote);
            entry.put("rationale", "As quoted.");
        }
        return reply.put("feedback", "You spoke of the plan first. Numbers would make it stronger.");
    }
}
