package io.colloquy.evaluator.providers;

import io.colloquy.platform.config.Secret;
import io.colloquy.platform.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads endpoints from the environment: one is there when it has a URL and a model. */
final class Endpoints {
    private static final String OPENAI = "COLLOQUY_OPENAI";

    private final Settings settings;
    private final List<String> privateHosts;

    Endpoints(Settings settings) {
        this.settings = settings;
        this.privateHosts = settings.optional("COLLOQUY_PROVIDER_PRIVATE_HOSTS").stream()
                .flatMap(hosts -> Arrays.stream(hosts.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** What chains and events call the OpenAI-compatible endpoint. */
    String openAiName() {
        return settings.string(OPENAI + "_NAME", "openai");
    }

    /** With a URL and a key of its own. */
    Optional<ProviderEndpoint> own(String name, String prefix, Optional<String> url) {
        return endpoint(
                name,
                url.map(URI::create),
                settings.optional(prefix + "_MODEL"),
                settings.optionalSecret(prefix + "_KEY"),
                timeout());
    }

    /**
     * A capability of OpenAI's protocol: the URL is that of {@code COLLOQUY_OPENAI_URL} unless it has its own, and the key
     * likewise. A key goes to no other origin than the one that it was given for.
     *
     * @param defaultName what chains and pages call it unless {@code PREFIX_NAME} says otherwise
     */
    private Optional<ProviderEndpoint> likeOpenAi(String defaultName, String prefix, Duration timeout) {
        Optional<URI> openAi = settings.optional(OPENAI + "_URL").map(URI::create);
        Optional<URI> url = settings.optional(prefix + "_URL").map(URI::create).or(() -> openAi);
        Optional<Secret> openAiKey = settings.optionalSecret(OPENAI + "_KEY").filter(key -> sameOrigin(url, openAi));
        return endpoint(
                settings.string(prefix + "_NAME", defaultName),
                url,
                settings.optional(prefix + "_MODEL"),
                settings.optionalSecret(prefix + "_KEY").or(() -> openAiKey),
                timeout);
    }

    /**
     * The first one of a capability, and the one to fall back to.
     *
     * @param usual time for one call, unless {@code PREFIX_TIMEOUT} says otherwise
     * @param read reads the other settings of a prefix, which are read whether or not there is an endpoint, so that the page of
     *     all settings knows them; what it gives makes a provider of where it is
     * @throws IllegalArgumentException when both have one name
     */
    <T> List<T> inOrder(String prefix, Duration usual, Function<String, Function<ProviderEndpoint, T>> read) {
        Duration timeout = settings.duration(prefix + "_TIMEOUT", usual);
        String second = prefix + "_SECOND";
        Function<ProviderEndpoint, T> first = read.apply(prefix);
        Function<ProviderEndpoint, T> other = read.apply(second);
        Optional<ProviderEndpoint> here = likeOpenAi(defaultName(prefix), prefix, timeout);
        Optional<ProviderEndpoint> there = likeOpenAi("second", second, timeout);
        mustBeTold(prefix, here, there);
        return Stream.of(here.map(first), there.map(other))
                .flatMap(Optional::stream)
                .toList();
    }

    private static void mustBeTold(String prefix, Optional<ProviderEndpoint> one, Optional<ProviderEndpoint> other) {
        Optional<String> name = one.map(ProviderEndpoint::name);
        if (name.isPresent() && name.equals(other.map(ProviderEndpoint::name))) {
            throw new IllegalArgumentException(
                    "Expected two providers of different names in %1$s_NAME and %1$s_SECOND_NAME, but both are '%2$s'"
                            .formatted(prefix, name.get()));
        }
    }

    /** The same server has the same name. */
    private String defaultName(String prefix) {
        return settings.optional(prefix + "_URL").isPresent() ? "openai" : openAiName();
    }

    /** Of one call, where a capability has no limit of its own. */
    Duration timeout() {
        return settings.duration("COLLOQUY_PROVIDER_TIMEOUT", Duration.ofSeconds(14));
    }

    private Optional<ProviderEndpoint> endpoint(
            String name, Optional<URI> url, Optional<String> model, Optional<Secret> key, Duration timeout) {
        return url.flatMap(root -> model.map(
                which -> new ProviderEndpoint(name, root, which, key, privateHosts.contains(root.getHost()), timeout)));
    }

    private static boolean sameOrigin(Optional<URI> one, Optional<URI> other) {
        return one.map(Endpoints::origin).equals(other.map(Endpoints::origin));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getHost() + ":" + url.getPort();
    }
}
