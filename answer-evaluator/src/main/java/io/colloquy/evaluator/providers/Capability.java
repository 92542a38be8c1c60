package io.colloquy.evaluator.providers;

import java.util.Locale;

/** What a provider can be configured to do, each with settings, budget and circuit breaker of its own. */
public enum Capability {
    /** Writes JSON of a given shape. */
    GENERATION,
    /** Turns texts into vectors. */
    EMBEDDINGS,
    /** Turns speech into text. */
    TRANSCRIPTION,
    /** Turns text into speech. */
    SPEECH;

    /** As metrics and an organisation's chains name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
