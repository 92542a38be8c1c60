package io.colloquy.evaluator.providers;

import io.colloquy.platform.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A provider of speech.
 *
 * @param endpoint where it is
 * @param voice which of the model's voices
 * @param charactersPerDay most characters a day (UTC) from this process, 0 for no limit
 * @param priceMillion US dollars for a million characters
 */
public record SpeechConfig(ProviderEndpoint endpoint, String voice, long charactersPerDay, double priceMillion) {
    private static final String PREFIX = "COLLOQUY_SPEECH";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    public SpeechConfig {
        if (charactersPerDay < 0 || !(priceMillion >= 0)) {
            throw new IllegalArgumentException("Expected provider '%s' to have no negative budget or price, but it has"
                    .formatted(endpoint.name()));
        }
    }

    /** A dollar for a million is a millionth for one. */
    long costMicros(long characters) {
        return Math.round(characters * priceMillion);
    }

    /** Reads the environment: the first one, and the one to fall back to. */
    public static List<SpeechConfig> from(Settings settings) {
        Endpoints endpoints = new Endpoints(settings);
        Duration timeout = settings.duration(PREFIX + "_TIMEOUT", TIMEOUT);
        return Stream.of(
                        read(settings, endpoints.likeOpenAi("openai", PREFIX, timeout), PREFIX),
                        read(settings, endpoints.likeOpenAi("second", PREFIX + "_SECOND", timeout), PREFIX + "_SECOND"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SpeechConfig> read(Settings settings, Optional<ProviderEndpoint> endpoint, String prefix) {
        String voice = settings.string(prefix + "_VOICE", "alloy");
        long charactersPerDay = settings.integer(prefix + "_CHARACTERS_PER_DAY", 0);
        double price = Double.parseDouble(settings.string(prefix + "_PRICE_MILLION", "0"));
        return endpoint.map(where -> new SpeechConfig(where, voice, charactersPerDay, price));
    }
}
