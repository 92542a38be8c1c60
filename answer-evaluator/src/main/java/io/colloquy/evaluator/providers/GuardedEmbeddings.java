package io.colloquy.evaluator.providers;

import java.util.List;

/** Embeddings behind a guard. Thread-safe. */
final class GuardedEmbeddings implements Embeddings {
    private final Embeddings provider;
    private final ProviderGuard guard;

    GuardedEmbeddings(Embeddings provider, ProviderGuard guard) {
        this.provider = provider;
        this.guard = guard;
    }

    @Override
    public Embedded embed(List<String> texts) throws ProviderException {
        long guessed =
                texts.stream().mapToLong(GenerationRequest::guessedTokens).sum();
        Embedded embedded =
                guard.call(guessed, () -> provider.embed(texts), it -> new Usage(it.tokens(), it.costMicros()));
        guard.count(ProviderMetric.TOKENS, "input", embedded.tokens());
        return embedded;
    }
}
