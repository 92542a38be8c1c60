package io.colloquy.sessions.events;

import java.time.Duration;
import java.util.Optional;

/** What scored, or tried to: shown beside every score. Cost is in millionths of the provider's currency. */
public record ScoredBy(
        String provider,
        String model,
        String version,
        Optional<String> promptHash,
        String rubricId,
        String rubricHash,
        Duration latency,
        int attempt,
        long costMicros) {}
