package io.colloquy.evaluator.providers;

import java.util.Optional;

/** The capability to turn speech into text. Calls wait; implementations are thread-safe. */
public interface Transcription {
    /**
     * Writes down what was said.
     *
     * @param language BCP 47 of what is probably spoken
     * @throws ProviderException when there is nothing to read
     */
    Heard transcribe(Recording recording, Optional<String> language) throws ProviderException;
}
