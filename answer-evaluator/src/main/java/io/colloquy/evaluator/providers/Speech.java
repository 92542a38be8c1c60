package io.colloquy.evaluator.providers;

import java.util.Optional;

/** The capability to turn text into speech. Calls wait; implementations are thread-safe. */
public interface Speech {
    /**
     * Speaks a text.
     *
     * @param language BCP 47; models of OpenAI's protocol find it out by themselves
     * @throws ProviderException when there is nothing to hear
     */
    Spoken speak(String text, Optional<String> language) throws ProviderException;
}
