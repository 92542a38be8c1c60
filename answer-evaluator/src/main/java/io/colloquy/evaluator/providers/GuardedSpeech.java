package io.colloquy.evaluator.providers;

import java.util.Optional;

/** Speech behind a guard. Thread-safe. */
final class GuardedSpeech implements Speech {
    private final Speech provider;
    private final ProviderGuard guard;

    GuardedSpeech(Speech provider, ProviderGuard guard) {
        this.provider = provider;
        this.guard = guard;
    }

    @Override
    public Spoken speak(String text, Optional<String> language) throws ProviderException {
        Spoken spoken = guard.call(
                text.length(), () -> provider.speak(text, language), it -> new Usage(text.length(), it.costMicros()));
        guard.count(ProviderMetric.UNITS, "characters", text.length());
        return spoken;
    }
}
