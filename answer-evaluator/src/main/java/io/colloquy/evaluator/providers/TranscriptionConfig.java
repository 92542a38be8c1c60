package io.colloquy.evaluator.providers;

import io.colloquy.platform.config.Settings;
import java.time.Duration;
import java.util.List;

/**
 * A provider of transcription.
 *
 * @param endpoint where it is
 * @param secondsPerDay most seconds of audio a day (UTC) from this process, 0 for no limit
 * @param priceMinute US dollars for a minute of audio
 */
public record TranscriptionConfig(ProviderEndpoint endpoint, long secondsPerDay, double priceMinute) {
    private static final String PREFIX = "COLLOQUY_TRANSCRIPTION";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    public TranscriptionConfig {
        endpoint.mustNotBeNegative((double) secondsPerDay, priceMinute);
    }

    long costMicros(double seconds) {
        return Math.round(seconds / 60 * priceMinute * 1_000_000);
    }

    /** Reads the environment: the first one, and the one to fall back to. */
    public static List<TranscriptionConfig> from(Settings settings) {
        return new Endpoints(settings).inOrder(PREFIX, TIMEOUT, prefix -> {
            long secondsPerDay = settings.integer(prefix + "_SECONDS_PER_DAY", 0);
            double price = Double.parseDouble(settings.string(prefix + "_PRICE_MINUTE", "0"));
            return endpoint -> new TranscriptionConfig(endpoint, secondsPerDay, price);
        });
    }
}
