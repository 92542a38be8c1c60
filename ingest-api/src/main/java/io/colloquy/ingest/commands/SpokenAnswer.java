package io.colloquy.ingest.commands;

import io.colloquy.events.Personal;
import io.colloquy.events.Transcript;
import io.colloquy.platform.http.Problem;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What an answer was heard as before the candidate corrected it, as the page says it came from a provider.
 *
 * @param confidence 0 to 1; null when the provider does not say
 * @param language BCP 47; null when nobody knows
 * @param audioMs length of the recordings
 */
record SpokenAnswer(String text, Double confidence, String provider, String model, String language, Long audioMs) {
    private static final int MAX_CHARS = 20_000;
    private static final int MAX_NAME_CHARS = 100;
    private static final long MAX_AUDIO_MS = 86_400_000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{2,35}");

    /**
     * As the command carries it.
     *
     * @throws Problem 400 when something is missing or out of range
     */
    Transcript sealed(Function<String, Personal> sealing) {
        return new Transcript(sealing.apply(text), confidence, provider, model, language, audio());
    }

    void require() {
        require(text != null && text.length() <= MAX_CHARS, "a transcript.text of at most 20000 characters");
        require(confidence == null || (confidence >= 0 && confidence <= 1), "transcript.confidence from 0 to 1");
        require(isName(provider), "transcript.provider of 1 to 100 characters");
        require(isName(model), "transcript.model of 1 to 100 characters");
        require(language == null || LANGUAGE.matcher(language).matches(), "transcript.language as BCP 47");
        require(audio() >= 0 && audio() <= MAX_AUDIO_MS, "transcript.audio_ms of up to a day");
    }

    private long audio() {
        return Optional.ofNullable(audioMs).orElse(0L);
    }

    private static boolean isName(String name) {
        return name != null && !name.isBlank() && name.length() <= MAX_NAME_CHARS;
    }

    private static void require(boolean holds, String expected) {
        if (!holds) {
            throw Problem.invalidRequest("Expected %s, but got something else".formatted(expected));
        }
    }
}
