package io.colloquy.local;

import io.colloquy.local.demo.DemoException;
import io.colloquy.local.demo.StubProvider;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * An OpenAI-compatible provider that somebody named on the command line. Naming it there allows its host a private address.
 *
 * @param url root of its API; null leaves everything to the environment
 * @param model of it
 */
record ProviderChoice(String url, String model) {
    private static final String NAME = "COLLOQUY_OPENAI_NAME";

    static ProviderChoice of(String url, String model) {
        if (url != null && (!url.startsWith("http") || URI.create(url).getHost() == null)) {
            throw new DemoException("Expected --provider to be an http or https URL, or 'stub', but it is not");
        }
        return new ProviderChoice(url, model);
    }

    /** The variables with it; what the caller has set about chain and hosts stays. */
    Map<String, String> with(Map<String, String> caller) {
        if (url == null) {
            return caller;
        }
        Map<String, String> environment = new HashMap<>(caller);
        environment.put("COLLOQUY_OPENAI_URL", url);
        environment.put("COLLOQUY_OPENAI_MODEL", model);
        if (model.equals(StubProvider.MODEL)) {
            environment.putIfAbsent("COLLOQUY_EMBEDDINGS_MODEL", model);
            environment.putIfAbsent("COLLOQUY_EMBEDDINGS_NAME", "stub");
            environment.putIfAbsent("COLLOQUY_TRANSCRIPTION_MODEL", model);
            environment.putIfAbsent("COLLOQUY_TRANSCRIPTION_NAME", "stub");
            environment.putIfAbsent("COLLOQUY_SPEECH_MODEL", model);
            environment.putIfAbsent("COLLOQUY_SPEECH_NAME", "stub");
        }
        environment.putIfAbsent(
                "COLLOQUY_PROVIDER_PRIVATE_HOSTS", URI.create(url).getHost());
        environment.putIfAbsent(LocalUsers.CHAIN, caller.getOrDefault(NAME, "openai") + ",built-in-rubric");
        return environment;
    }
}
