package io.colloquy.evaluator.meaning;

import java.util.List;
import java.util.Optional;

/** Whom organisations want to be asked for embeddings. */
@FunctionalInterface
public interface EmbeddingChains {
    /** Whether what organisations decided was read; a restart may have to read it first. */
    default boolean areKnown() {
        return true;
    }

    /** The names in order; empty where it has not said, an empty list where it wants nobody. */
    Optional<List<String>> of(String organisationId);
}
