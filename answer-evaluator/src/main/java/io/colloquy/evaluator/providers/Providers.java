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

    /** Transcription, by the provider's name, in the configured order. */
    public static Map<String, Transcription> transcription(
            List<TranscriptionConfig> configs, Clock clock, Metrics metrics) {
        HttpClient client = ProviderHttp.client();
        Map<String, Transcription> byName = new LinkedHashMap<>();
        configs.forEach(config -> byName.put(
                config.endpoint().name(),
                new GuardedTranscription(
                        new OpenAiTranscription(config, new ProviderHttp(config.endpoint(), client, clock)),
                        new ProviderGuard(
                                config.endpoint().name(),
                                Capability.TRANSCRIPTION,
                                new DailyBudget(config.secondsPerDay(), clock),
                                metrics))));
        return byName;
    }

    /** Speech, by the provider's name, in the configured order. */
    public static Map<String, Speech> speech(List<SpeechConfig> configs, Clock clock, Metrics metrics) {
        HttpClient client = ProviderHttp.client();
        Map<String, Speech> byName = new LinkedHashMap<>();
        configs.forEach(config -> byName.put(
                config.endpoint().name(),
                new GuardedSpeech(
                        new OpenAiSpeech(config, new ProviderHttp(config.endpoint(), client, clock)),
                        new ProviderGuard(
                                config.endpoint().name(),
                                Capability.SPEECH,
                                new DailyBudget(config.charactersPerDay(), clock),
                                metrics))));
        return byName;
    }

    /** Embeddings, by the provider's name, in the configured order. */
    public static Map<String, Embeddings> embeddings(List<EmbeddingsConfig> configs, Clock clock, Metrics metrics) {
        HttpClient client = ProviderHttp.client();
        Map<String, Embeddings> byName = new LinkedHashMap<>();
        configs.forEach(config -> byName.put(
                config.endpoint().name(),
                new GuardedEmbeddings(
                        new OpenAiEmbeddings(config, new ProviderHttp(config.endpoint(), client, clock)),
                        new ProviderGuard(
                                config.endpoint().name(),
                                Capability.EMBEDDINGS,
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
