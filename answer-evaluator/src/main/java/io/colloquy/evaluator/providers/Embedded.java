package io.colloquy.evaluator.providers;

import java.util.List;

/**
 * Texts as vectors.
 *
 * @param vectors one per text in the order asked, all of one dimension
 * @param model as the provider names it
 * @param tokens as the provider counts them, or a guess
 * @param costMicros millionths of a US dollar, by the configured price
 */
public record Embedded(List<Vector> vectors, String model, long tokens, long costMicros) {
    public Embedded {
        vectors = List.copyOf(vectors);
    }
}
