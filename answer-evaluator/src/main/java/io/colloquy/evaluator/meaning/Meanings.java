package io.colloquy.evaluator.meaning;

import io.colloquy.evaluator.providers.Embeddings;
import io.colloquy.evaluator.providers.ProviderChain;
import io.colloquy.evaluator.providers.ProviderChain.Answered;
import io.colloquy.evaluator.providers.ProviderChain.Fallback;
import io.colloquy.evaluator.providers.ProviderChain.NobodyException;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.evaluator.rubric.TextsToCompare;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds out what embeddings say of an answer before it is evaluated: whoever the organisation wants is asked in order, and when
 * nobody can, the answer is evaluated without and says so. Calls wait. Thread-safe.
 */
public final class Meanings {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Fallback UNKNOWN = new Fallback("any", "CHAIN_UNKNOWN");

    private final RubricEvaluator rules;
    private final List<String> names;
    private final Map<String, Comparer> comparers;
    private final EmbeddingChains chains;

    /**
     * With these providers and nobody else.
     *
     * @param rules say what is worth comparing
     * @param providers by name, in the order for organisations that have not said anything
     */
    public Meanings(RubricEvaluator rules, Map<String, Embeddings> providers, EmbeddingChains chains) {
        this.rules = rules;
        this.names = List.copyOf(providers.keySet());
        this.comparers = providers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new Comparer(entry.getValue())));
        this.chains = chains;
    }

    /** Where nothing is configured, and nobody wants anything. */
    public static Meanings none() {
        return new Meanings(RubricEvaluator.builtIn(), Map.of(), organisation -> Optional.empty());
    }

    /** Whether an evaluation for this organisation may have to wait for a provider. Never waits itself. */
    public boolean mayWait(String organisationId) {
        return !names.isEmpty() && chain(organisationId).stream().anyMatch(comparers::containsKey);
    }

    /** Compares what is worth it; asks nobody about an answer that has no form to grade. */
    public Compared compare(EvaluationRequest request, String organisationId) throws InterruptedException {
        if (!names.isEmpty() && !becomeKnown()) {
            return Compared.byNobody(List.of(UNKNOWN));
        }
        List<String> chain = chain(organisationId);
        if (chain.isEmpty()) {
            return Compared.NOTHING;
        }
        Optional<TextsToCompare> texts = rules.toCompare(request);
        return texts.isEmpty() ? Compared.NOTHING : compare(texts.get(), chain);
    }

    private Compared compare(TextsToCompare texts, List<String> chain) throws InterruptedException {
        try {
            Answered<Comparer.Result> answered =
                    new ProviderChain<>(comparers).call(chain, comparer -> comparer.compare(texts));
            Comparer.Result result = answered.result();
            return Compared.by(answered.provider(), result.embedded(), result.likeness(), answered.fallbacks());
        } catch (NobodyException e) {
            return Compared.byNobody(e.fallbacks());
        }
    }

    private List<String> chain(String organisationId) {
        return chains.of(organisationId).orElse(names);
    }

    /** Nobody is asked whom the organisation may have turned off. */
    private boolean becomeKnown() throws InterruptedException {
        long waited = 0;
        while (!chains.areKnown() && waited < PATIENCE.toMillis()) {
            Thread.sleep(PAUSE);
            waited += PAUSE.toMillis();
        }
        return chains.areKnown();
    }
}
