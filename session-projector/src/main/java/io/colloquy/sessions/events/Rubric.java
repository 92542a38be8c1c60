package io.colloquy.sessions.events;

import java.util.List;

/**
 * How answers are scored.
 *
 * @param hash SHA-256 of its canonical text, hex
 */
public record Rubric(String id, String version, String hash, List<Dimension> dimensions) {
    public Rubric {
        dimensions = List.copyOf(dimensions);
    }

    /** One dimension and its relative weight. */
    public record Dimension(String name, double weight) {}
}
