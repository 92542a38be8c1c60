package io.colloquy.evaluator.providers;

import io.colloquy.platform.config.Settings;
import java.time.Duration;
import java.util.List;

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
        endpoint.mustNotBeNegative((double) tokensPerDay, priceMillion);
    }

    /** A dollar for a million is a millionth for one. */
    long costMicros(long tokens) {
        return Math.round(tokens * priceMillion);
    }

    /** Reads the environment: the first one, and the one to fall back to. */
    public static List<EmbeddingsConfig> from(Settings settings) {
        return new Endpoints(settings).inOrder(PREFIX, TIMEOUT, prefix -> {
            long tokensPerDay = settings.integer(prefix + "_TOKENS_PER_DAY", 0);
            double price = Double.parseDouble(settings.string(prefix + "_PRICE_MILLION", "0"));
            return endpoint -> new EmbeddingsConfig(endpoint, tokensPerDay, price);
        });
    }
}
