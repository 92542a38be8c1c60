package io.colloquy.evaluator.providers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.colloquy.platform.config.Secret;
import io.colloquy.platform.metrics.Metrics;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Providers and requests. */
public final class Given {
    static final String KEY = "sk-very-secret-0123456789";

    private Given() {}

    /** A provider of OpenAI's protocol on this machine. */
    public static ProviderConfig openAi(URI url, Duration timeout) {
        return config("openai", ProviderConfig.Protocol.OPENAI, url, timeout, 0);
    }

    static ProviderConfig config(
            String name, ProviderConfig.Protocol protocol, URI url, Duration timeout, long tokensPerDay) {
        return new ProviderConfig(
                new ProviderEndpoint(name, url, "test-model", Optional.of(new Secret(KEY)), true, timeout),
                protocol,
                tokensPerDay,
                new ProviderConfig.Price(2, 8));
    }

    /** With everything around it. */
    public static StructuredGeneration provider(ProviderConfig config, Metrics metrics) {
        return Providers.generation(List.of(config), Clock.systemUTC(), metrics).get(config.name());
    }

    /** Embeddings of a server on this machine, with everything around them. */
    public static Embeddings embeddings(URI url, Duration timeout, long tokensPerDay, Metrics metrics) {
        EmbeddingsConfig config = new EmbeddingsConfig(
                new ProviderEndpoint("near", url, "test-model", Optional.of(new Secret(KEY)), true, timeout),
                tokensPerDay,
                2);
        return Providers.embeddings(List.of(config), Clock.systemUTC(), metrics).get("near");
    }

    static GenerationRequest request() {
        return new GenerationRequest(
                "Write JSON.",
                "Some input",
                JsonNodeFactory.instance.objectNode().put("type", "object"),
                100);
    }

    /** A completion around a text, as OpenAI writes it. */
    public static String completion(String content) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("model", "test-model-2026")
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "choices",
                        JsonNodeFactory.instance
                                .arrayNode()
                                .add(JsonNodeFactory.instance
                                        .objectNode()
                                        .set(
                                                "message",
                                                JsonNodeFactory.instance
                                                        .objectNode()
                                                        .put("content", content))))
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "usage",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("prompt_tokens", 120)
                                .put("completion_tokens", 30))
                .toString();
    }
}
