package io.colloquy.evaluator.providers;

/** Structured generation behind a guard. Thread-safe. */
final class GuardedGeneration implements StructuredGeneration {
    private final StructuredGeneration provider;
    private final ProviderGuard guard;

    GuardedGeneration(StructuredGeneration provider, ProviderGuard guard) {
        this.provider = provider;
        this.guard = guard;
    }

    @Override
    public Generation generate(GenerationRequest request) throws ProviderException {
        Generation generation =
                guard.call(request.guessedTokens(), () -> provider.generate(request), GuardedGeneration::usage);
        guard.count(ProviderMetric.TOKENS, "input", generation.inputTokens());
        guard.count(ProviderMetric.TOKENS, "output", generation.outputTokens());
        return generation;
    }

    private static Usage usage(Generation generation) {
        return new Usage(generation.inputTokens() + generation.outputTokens(), generation.costMicros());
    }
}
