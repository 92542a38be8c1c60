package io.colloquy.evaluator.providers;

import io.colloquy.platform.config.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A provider of structured generation.
 *
 * @param endpoint where it is
 * @param protocol that it speaks
 * @param tokensPerDay most tokens a day (UTC) from this process, 0 for no limit
 * @param price US dollars for a million tokens
 */
public record ProviderConfig(ProviderEndpoint endpoint, Protocol protocol, long tokensPerDay, Price price) {
    private static final String GEMINI = "https://generativelanguage.googleapis.com/v1beta";

    /** What a provider speaks. */
    public enum Protocol {
        /** Chat completions as OpenAI defined them: OpenAI, vLLM, Ollama, LM Studio, LocalAI. */
        OPENAI,
        /** Google's generateContent. */
        GEMINI
    }

    /** US dollars for a million tokens; a dollar for a million is a millionth for one. */
    public record Price(double input, double output) {
        long costMicros(long inputTokens, long outputTokens) {
            return Math.round(inputTokens * input + outputTokens * output);
        }
    }

    public ProviderConfig {
        endpoint.mustNotBeNegative((double) tokensPerDay, price.input(), price.output());
    }

    /** As chains and events call it. */
    public String name() {
        return endpoint.name();
    }

    /** Which of its models. */
    public String model() {
        return endpoint.model();
    }

    /**
     * Reads the environment: a provider is there when it has a URL and a model.
     *
     * @throws IllegalArgumentException when two have one name, or one that is the built-in evaluator's or bank's
     */
    public static List<ProviderConfig> from(Settings settings) {
        Endpoints endpoints = new Endpoints(settings);
        Optional<String> openAi = settings.optional("COLLOQUY_OPENAI_URL");
        Optional<String> gemini = Optional.of(settings.string("COLLOQUY_GEMINI_URL", GEMINI));
        List<ProviderConfig> configs = Stream.of(
                        read(
                                settings,
                                Protocol.OPENAI,
                                "COLLOQUY_OPENAI",
                                endpoints.own(endpoints.openAiName(), "COLLOQUY_OPENAI", openAi)),
                        read(
                                settings,
                                Protocol.GEMINI,
                                "COLLOQUY_GEMINI",
                                endpoints.own("gemini", "COLLOQUY_GEMINI", gemini)))
                .flatMap(Optional::stream)
                .toList();
        mustBeTold(configs);
        return configs;
    }

    private static void mustBeTold(List<ProviderConfig> configs) {
        List<String> names = configs.stream().map(ProviderConfig::name).toList();
        if (names.stream().distinct().count() < names.size()
                || names.stream().anyMatch(name -> name.startsWith("built-in"))) {
            throw new IllegalArgumentException(
                    "Expected providers of different names, none of which begins with 'built-in', but they are %s"
                            .formatted(names));
        }
    }

    private static Optional<ProviderConfig> read(
            Settings settings, Protocol protocol, String prefix, Optional<ProviderEndpoint> endpoint) {
        long tokensPerDay = settings.integer(prefix + "_TOKENS_PER_DAY", 0);
        Price price = new Price(
                Double.parseDouble(settings.string(prefix + "_PRICE_INPUT", "0")),
                Double.parseDouble(settings.string(prefix + "_PRICE_OUTPUT", "0")));
        return endpoint.map(where -> new ProviderConfig(where, protocol, tokensPerDay, price));
    }
}
