package io.colloquy.sessions.events;

import java.time.Duration;
import java.util.Optional;

/**
 * What planned the questions: shown beside every plan. Cost is in millionths of a US dollar.
 *
 * @param model empty without a model
 * @param version of the prompt or of the planner
 * @param promptHash empty without a prompt
 * @param attempt from 1
 */
public record PlannedBy(
        String planner,
        Optional<String> model,
        String version,
        Optional<String> promptHash,
        Duration latency,
        int attempt,
        long costMicros,
        ScoredBy.Details details) {}
