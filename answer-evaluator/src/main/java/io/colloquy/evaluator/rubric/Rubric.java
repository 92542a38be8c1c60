package io.colloquy.evaluator.rubric;

import java.util.List;

/**
 * How answers are scored.
 *
 * @param id its name
 * @param version its version
 * @param hash SHA-256 of its canonical text, hex
 * @param dimensions what is scored, in the order of the report
 */
public record Rubric(String id, String version, String hash, List<Dimension> dimensions) {
    public Rubric {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * One dimension.
     *
     * @param name for example relevance
     * @param weight relative to the others, above 0
     */
    public record Dimension(String name, double weight) {}
}
