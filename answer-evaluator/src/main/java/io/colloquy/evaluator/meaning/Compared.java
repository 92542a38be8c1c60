package io.colloquy.evaluator.meaning;

import io.colloquy.evaluator.providers.Embedded;
import io.colloquy.evaluator.providers.ProviderChain.Fallback;
import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.Likeness;
import io.colloquy.evaluator.rubric.ModelCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a comparison by meaning.
 *
 * @param likeness empty when nobody was to compare, or nobody could
 * @param parameters who compared, for the provenance of what rests on it
 * @param tokens that it took
 * @param costMicros millionths of a US dollar
 * @param fallbacks who was to compare and did not, as {@code embeddings:NAME}, with why not
 */
public record Compared(
        Likeness likeness, Map<String, String> parameters, long tokens, long costMicros, List<Fallback> fallbacks) {
    /** Nobody was to compare. */
    public static final Compared NOTHING = new Compared(Likeness.NONE, Map.of(), 0, 0, List.of());

    /** Changes whenever a number here, or what is made of likeness, could change a score. */
    static final String RULES = "1";

    private static final String PREFIX = "embeddings";

    public Compared {
        parameters = Map.copyOf(parameters);
        fallbacks = List.copyOf(fallbacks);
    }

    static Compared by(String provider, Embedded embedded, Likeness likeness, List<Fallback> before) {
        return new Compared(
                likeness,
                Map.of(
                        "embeddings_provider",
                        provider,
                        "embeddings_model",
                        embedded.model(),
                        "embeddings_rules",
                        RULES,
                        "embeddings_tokens",
                        Long.toString(embedded.tokens())),
                embedded.tokens(),
                embedded.costMicros(),
                named(before));
    }

    static Compared byNobody(List<Fallback> before) {
        return new Compared(Likeness.NONE, Map.of(), 0, 0, named(before));
    }

    /** In one list with evaluators, which may be called the same. */
    private static List<Fallback> named(List<Fallback> fallbacks) {
        return fallbacks.stream()
                .map(it -> new Fallback(PREFIX + ":" + it.provider(), it.reason()))
                .toList();
    }

    /** An evaluation that says what it owes to the comparison: who made it, tokens and cost. */
    public Evaluation in(Evaluation evaluation) {
        if (parameters.isEmpty()) {
            return evaluation;
        }
        Evaluation.Provenance origin = evaluation.provenance();
        ModelCall call = origin.call();
        Map<String, String> all = new HashMap<>(call.parameters());
        all.putAll(parameters);
        return evaluation.with(new Evaluation.Provenance(
                origin.provider(),
                origin.version(),
                origin.rubricId(),
                origin.rubricHash(),
                new ModelCall(
                        call.model(),
                        call.promptHash(),
                        all,
                        call.inputTokens() + tokens,
                        call.outputTokens(),
                        call.costMicros() + costMicros,
                        call.repaired(),
                        call.findings())));
    }
}
