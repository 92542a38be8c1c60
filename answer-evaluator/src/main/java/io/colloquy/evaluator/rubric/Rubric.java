package io.colloquy.evaluator.rubric;

import io.colloquy.evaluator.bank.ContentHash;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How answers are scored.
 *
 * @param id its name
 * @param version its version
 * @param hash SHA-256 of its canonical text {@code id:version:name=weight,…}, hex; who else makes rubrics uses the same
 * @param dimensions what is scored, in the order of the report
 */
public record Rubric(String id, String version, String hash, List<Dimension> dimensions) {
    public Rubric {
        dimensions = List.copyOf(dimensions);
    }

    /** A rubric with its hash. */
    public static Rubric of(String id, String version, List<Dimension> dimensions) {
        String canonical = dimensions.stream()
                .map(dimension -> dimension.name() + "=" + dimension.weight())
                .collect(Collectors.joining(",", id + ":" + version + ":", ""));
        return new Rubric(id, version, ContentHash.sha256(canonical), dimensions);
    }

    /**
     * One dimension.
     *
     * @param name for example relevance
     * @param weight relative to the others, above 0
     */
    public record Dimension(String name, double weight) {}
}
