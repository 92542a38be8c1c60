package io.colloquy.evaluator.providers;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One provider.
 *
 * @param name as chains and events call it
 * @param protocol that it speaks
 * @param url root of its API
 * @param model which of its models
 * @param key sent with each call; empty where none is wanted
 * @param privateAllowed whether its host may have a private address
 * @param timeout of one call, to its last byte
 * @param tokensPerDay most tokens a day (UTC) from this process, 0 for no limit
 * @param price US dollars for a million tokens
 */
public record ProviderConfig(
        String name,
        Protocol protocol,
        URI url,
        String model,
        Optional<Secret> key,
        boolean privateAllowed,
        Duration timeout,
        long tokensPerDay,
        Price price) {
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
        String scheme = url.getScheme();
        if (url.getHost() == null || !("https".equals(scheme) || ("http".equals(scheme) && privateAllowed))) {
            throw new IllegalArgumentException(
                    ("Expected the URL of provider '%s' to be https, or http for a host of COLLOQUY_PROVIDER_PRIVATE_HOSTS,"
                                    + " but it is neither")
                            .formatted(name));
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "Expected the URL of provider '%s' without user, query and fragment, but it has one"
                            .formatted(name));
        }
        if (key.filter(secret -> !isHeaderValue(secret.value())).isPresent()) {
            throw new IllegalArgumentException(
                    "Expected the key of provider '%s' to be printable ASCII without spaces, but it is not"
                            .formatted(name));
        }
        if (!timeout.isPositive() || tokensPerDay < 0 || !(price.input() >= 0) || !(price.output() >= 0)) {
            throw new IllegalArgumentException(
                    "Expected provider '%s' to have a timeout above 0 and no negative budget or price, but it has"
                            .formatted(name));
        }
    }

    /** A header with anything else is refused by the HTTP client in a message that shows it. */
    private static boolean isHeaderValue(String value) {
        return !value.isEmpty() && value.chars().allMatch(character -> character > ' ' && character < 127);
    }

    /** What all providers have in common. */
    private record Common(Settings settings, List<String> privateHosts, Duration timeout) {
        Optional<ProviderConfig> read(String name, Protocol protocol, Optional<String> url, String prefix) {
            Optional<String> model = settings.optional(prefix + "_MODEL");
            Optional<Secret> key = settings.optionalSecret(prefix + "_KEY");
            long tokensPerDay = settings.integer(prefix + "_TOKENS_PER_DAY", 0);
            Price price = new Price(
                    Double.parseDouble(settings.string(prefix + "_PRICE_INPUT", "0")),
                    Double.parseDouble(settings.string(prefix + "_PRICE_OUTPUT", "0")));
            return url.filter(address -> model.isPresent())
                    .map(URI::create)
                    .map(root -> new ProviderConfig(
                            name,
                            protocol,
                            root,
                            model.orElseThrow(),
                            key,
                            privateHosts.contains(root.getHost()),
                            timeout,
                            tokensPerDay,
                            price));
        }
    }

    /** Reads the environment: a provider is there when it has a URL and a model. */
    public static List<ProviderConfig> from(Settings settings) {
        Common common = new Common(
                settings,
                settings.optional("COLLOQUY_PROVIDER_PRIVATE_HOSTS").stream()
                        .flatMap(hosts -> Arrays.stream(hosts.split(",", -1)))
                        .map(String::strip)
                        .toList(),
                settings.duration("COLLOQUY_PROVIDER_TIMEOUT", Duration.ofSeconds(14)));
        Optional<ProviderConfig> openAi =
                common.read("openai", Protocol.OPENAI, settings.optional("COLLOQUY_OPENAI_URL"), "COLLOQUY_OPENAI");
        String gemini = settings.string("COLLOQUY_GEMINI_URL", "https://generativelanguage.googleapis.com/v1beta");
        return List.of(openAi, common.read("gemini", Protocol.GEMINI, Optional.of(gemini), "COLLOQUY_GEMINI")).stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
