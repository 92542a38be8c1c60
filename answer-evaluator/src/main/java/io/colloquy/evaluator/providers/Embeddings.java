package io.colloquy.evaluator.providers;

import java.util.List;

/** The capability to turn texts into vectors, so that texts of like meaning are near to each other. Calls wait; implementations are thread-safe. */
public interface Embeddings {
    /**
     * Turns texts into vectors, all in one call.
     *
     * @param texts at least one, none of them blank
     * @throws ProviderException when there is not one usable vector for each of them
     */
    Embedded embed(List<String> texts) throws ProviderException;
}
