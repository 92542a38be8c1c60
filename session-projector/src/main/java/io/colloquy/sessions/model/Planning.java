package io.colloquy.sessions.model;

import io.colloquy.sessions.events.Event;
import io.colloquy.sessions.events.ScoredBy;

/**
 * What planned the questions.
 *
 * @param planner for example openai, or the name of a bank
 * @param model null without one
 * @param version of the prompt or of the bank
 * @param promptHash null without a prompt
 * @param costMicros millionths of a US dollar
 */
public record Planning(
        String planner,
        String model,
        String version,
        String promptHash,
        long latencyMs,
        int attempt,
        long costMicros,
        ScoredBy.Details details) {

    /** An event from before it was told names planner and bank at least. */
    static Planning of(Event.QuestionsPlanned plan) {
        return plan.plannedBy()
                .map(it -> new Planning(
                        it.planner(),
                        it.model().orElse(null),
                        it.version(),
                        it.promptHash().orElse(null),
                        it.latency().toMillis(),
                        it.attempt(),
                        it.costMicros(),
                        it.details()))
                .orElseGet(() ->
                        new Planning(plan.planner(), null, plan.bankVersion(), null, 0, 1, 0, ScoredBy.Details.NONE));
    }
}
