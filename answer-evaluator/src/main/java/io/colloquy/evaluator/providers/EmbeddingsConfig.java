package io.colloquy.evaluator.providers;

import io.colloquy.platform.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A provider of embeddings.
 *
 * @param endpoint where it is
 * @param tokensPerDay most tokens a day (UTC) from this process, 0 for no limit
 * @param priceMillion US dollars for a million tokens
 */
public record EmbeddingsConfig(ProviderEndpoint endpoint, long tokensPerDay, double priceMillion) {
    private static final String PREFIX = "COLLOQUY_EMBEDDINGS";

    /** Short: an evaluation waits for it, and goes on without. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    public EmbeddingsConfig {
        if (tokensPerDay < 0 || !(priceMillion >= 0)) {
            throw new IllegalArgumentException("Expected provider '%s' to have no negative budget or price, but it has"
                    .formatted(endpoint.name()));
        }
    }

    /** A dollar for a million is a millionth for one. */
    long costMicros(long tokens) {
        return Math.round(tokens * priceMillion);
    }

    /** Reads the environment: the first one, and the one to fall back to. */
    public static List<EmbeddingsConfig> from(Settings settings) {
        Endpoints endpoints = new Endpoints(settings);
        Duration timeout = settings.duration(PREFIX + "_TIMEOUT", TIMEOUT);
        return Stream.of(
                        read(settings, endpoints.likeOpenAi("openai", PREFIX, timeout), PREFIX),
                        read(settings, endpoints.likeOpenAi("second", PREFIX + "_SECOND", timeout), PREFIX + "_SECOND"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<EmbeddingsConfig> read(
            Settings settings, Optional<ProviderEndpoint> endpoint, String prefix) {
        long tokensPerDay = settings.integer(prefix + "_TOKENS_PER_DAY", 0);
        double price = Double.parseDouble(settings.string(prefix + "_PRICE_MILLION", "0"));
        return endpoint.map(where -> new EmbeddingsConfig(where, tokensPerDay, price));
    }
}
