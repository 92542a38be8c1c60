package io.colloquy.evaluator.rubric;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an evaluation owes to a model, over all calls of the attempt.
 *
 * @param model as its provider names it; empty without a model
 * @param promptHash SHA-256 of the prompt, hex; empty without one
 * @param parameters of the call: temperature, nonce of the data block and so on
 * @param inputTokens 0 without a model
 * @param outputTokens 0 without a model
 * @param costMicros millionths of a US dollar
 * @param repaired whether the first reply could not be used
 * @param findings what was noticed in the input that a human should see
 */
public record ModelCall(
        Optional<String> model,
        Optional<String> promptHash,
        Map<String, String> parameters,
        long inputTokens,
        long outputTokens,
        long costMicros,
        boolean repaired,
        List<String> findings) {
    /** No model had a part in it. */
    public static final ModelCall NONE =
            new ModelCall(Optional.empty(), Optional.empty(), Map.of(), 0, 0, 0, false, List.of());

    public ModelCall {
        parameters = Map.copyOf(parameters);
        findings = List.copyOf(findings);
    }
}
