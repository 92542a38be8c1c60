package io.colloquy.evaluator.providers;

/** The capability to write JSON of a given shape. Calls wait; implementations are thread-safe. */
public interface StructuredGeneration {
    /**
     * Writes it.
     *
     * @throws ProviderException when there is nothing to read
     */
    Generation generate(GenerationRequest request) throws ProviderException;
}
