package io.colloquy.evaluator.providers;

import io.colloquy.platform.config.Settings;
import java.time.Duration;
import java.util.List;

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
        endpoint.mustNotBeNegative((double) charactersPerDay, priceMillion);
    }

    /** A dollar for a million is a millionth for one. */
    long costMicros(long characters) {
        return Math.round(characters * priceMillion);
    }

    /** Reads the environment: the first one, and the one to fall back to. */
    public static List<SpeechConfig> from(Settings settings) {
        return new Endpoints(settings).inOrder(PREFIX, TIMEOUT, prefix -> {
            String voice = settings.string(prefix + "_VOICE", "alloy");
            long charactersPerDay = settings.integer(prefix + "_CHARACTERS_PER_DAY", 0);
            double price = Double.parseDouble(settings.string(prefix + "_PRICE_MILLION", "0"));
            return endpoint -> new SpeechConfig(endpoint, voice, charactersPerDay, price);
        });
    }
}
