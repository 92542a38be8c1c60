package io.colloquy.evaluator.providers;

import io.colloquy.platform.metrics.Metrics;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configured providers, ready to be called. */
public final class Providers {
    private Providers() {}

    /** Structured generation, by the provider's name. */
    public static Map<String, StructuredGeneration> generation(
            List<ProviderConfig> configs, Clock clock, Metrics metrics) {
        HttpClient client = ProviderHttp.client();
        Map<String, StructuredGeneration> byName = new LinkedHashMap<>();
        configs.forEach(config -> byName.put(
                config.name(),
                new GuardedGeneration(
                        client(config, new ProviderHttp(config.endpoint(), client, clock)),
                        new ProviderGuard(
                                config.name(),
                                Capability.GENERATION,
                                new DailyBudget(config.tokensPerDay(), clock),
                                metrics))));
        return byName;
    }

    private static StructuredGeneration client(ProviderConfig config, ProviderHttp http) {
        return switch (config.protocol()) {
            case OPENAI -> new OpenAiClient(config, http);
            case GEMINI -> new GeminiClient(config, http);
        };
    }
}
