package io.colloquy.evaluator.providers;

import io.colloquy.platform.metrics.Metric;
import io.colloquy.platform.metrics.MetricDefinition;

/** What is measured of providers. */
public enum ProviderMetric implements Metric {
    /** Calls and how they ended: ok, or the failure. */
    SECONDS("provider_call_seconds", "Time of calls to providers, seconds", "provider", "capability", "result"),
    /** Tokens. */
    TOKENS("provider_tokens_total", "Tokens, by direction: input, output", "provider", "capability", "direction"),
    /** Of audio and of text to be spoken: nobody counts tokens there. */
    UNITS("provider_units_total", "Seconds of audio, characters, by unit", "provider", "capability", "unit"),
    /** Cost. */
    COST(
            "provider_cost_micros_total",
            "Cost by the configured prices, millionths of a US dollar",
            "provider",
            "capability"),
    /** The circuit breaker. */
    BREAKER("provider_breaker_state", "Circuit breaker: 0 closed, 1 half open, 2 open", "provider", "capability");

    private final MetricDefinition definition;

    ProviderMetric(String name, String help, String... labels) {
        this.definition = MetricDefinition.of(name, help, labels);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }
}
