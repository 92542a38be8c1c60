package io.colloquy.sessions.events;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a spoken answer was heard as, before the candidate corrected it; as the client says.
 *
 * @param confidence 0 to 1; empty when the provider does not say
 * @param language BCP 47, as heard
 * @param audio length of the recording
 */
public record Transcript(
        Personal text,
        OptionalDouble confidence,
        String provider,
        String model,
        Optional<String> language,
        Duration audio) {}
