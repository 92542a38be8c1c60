package io.colloquy.sessions.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What scored, or tried to: shown beside every score. Cost is in millionths of a US dollar. */
public record ScoredBy(
        String provider,
        String model,
        String version,
        Optional<String> promptHash,
        String rubricId,
        String rubricHash,
        Duration latency,
        int attempt,
        long costMicros,
        Details details) {

    /**
     * How it came about.
     *
     * @param parameters of the call to a model; empty without one
     * @param inputTokens 0 without a model
     * @param outputTokens 0 without a model
     * @param repaired whether the model's first reply could not be used
     * @param fallbacks who was to be used before, in order
     * @param findings what was noticed in the input that a human should see
     */
    public record Details(
            Map<String, String> parameters,
            long inputTokens,
            long outputTokens,
            boolean repaired,
            List<Fallback> fallbacks,
            List<String> findings) {
        /** Nothing beyond the score itself. */
        public static final Details NONE = new Details(Map.of(), 0, 0, false, List.of(), List.of());

        public Details {
            parameters = Map.copyOf(parameters);
            fallbacks = List.copyOf(fallbacks);
            findings = List.copyOf(findings);
        }
    }

    /** Somebody earlier in the chain who should have done it, and why not. */
    public record Fallback(String provider, String reason) {}
}
