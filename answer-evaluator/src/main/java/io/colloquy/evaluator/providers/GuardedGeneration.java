package io.colloquy.evaluator.providers;

import io.colloquy.platform.metrics.Metrics;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;

/** A provider with its circuit breaker, its budget for the day and its metrics. Thread-safe. */
final class GuardedGeneration implements StructuredGeneration {
    static final Duration OPEN = Duration.ofSeconds(15);

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(OPEN)
            .permittedNumberOfCallsInHalfOpenState(3)
            .build();

    private final String name;
    private final StructuredGeneration provider;
    private final TokenBudget budget;
    private final Metrics metrics;
    private final CircuitBreaker breaker;

    GuardedGeneration(String name, StructuredGeneration provider, TokenBudget budget, Metrics metrics) {
        this.name = name;
        this.provider = provider;
        this.budget = budget;
        this.metrics = metrics;
        this.breaker = CircuitBreaker.of(name, BREAKER);
        metrics.gauge(ProviderMetric.BREAKER).labels(name).set(0);
        breaker.getEventPublisher()
                .onStateTransition(event -> metrics.gauge(ProviderMetric.BREAKER)
                        .labels(name)
                        .set(level(event.getStateTransition().getToState())));
    }

    private static int level(CircuitBreaker.State state) {
        return switch (state) {
            case OPEN, FORCED_OPEN -> 2;
            case HALF_OPEN -> 1;
            default -> 0;
        };
    }

    @Override
    public Generation generate(GenerationRequest request) throws ProviderException {
        long setAside = request.guessedTokens();
        if (!budget.setAside(setAside)) {
            throw new ProviderException(
                    ProviderFailure.BUDGET_SPENT, "Expected tokens to be left for today, but they are not");
        }
        long used = 0;
        try {
            Generation generation = permitted(request);
            used = generation.inputTokens() + generation.outputTokens();
            return generation;
        } finally {
            budget.settle(setAside, used);
        }
    }

    private Generation permitted(GenerationRequest request) throws ProviderException {
        long started = System.nanoTime();
        String result = "failed";
        try {
            Generation generation = breaker.executeCheckedSupplier(() -> provider.generate(request));
            result = "ok";
            count(generation);
            return generation;
        } catch (CallNotPermittedException e) {
            result = ProviderFailure.BREAKER_OPEN.label();
            throw new ProviderException(
                    ProviderFailure.BREAKER_OPEN,
                    "Expected the provider to work of late, but it did not",
                    Optional.of(OPEN));
        } catch (ProviderException e) {
            result = e.failure().label();
            throw e;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Expected a provider to fail in its own way, but it did not", e);
        } finally {
            metrics.histogram(ProviderMetric.SECONDS).labels(name, result).observe((System.nanoTime() - started) / 1e9);
        }
    }

    private void count(Generation generation) {
        metrics.counter(ProviderMetric.TOKENS).labels(name, "input").inc((double) generation.inputTokens());
        metrics.counter(ProviderMetric.TOKENS).labels(name, "output").inc((double) generation.outputTokens());
        metrics.counter(ProviderMetric.COST).labels(name).inc((double) generation.costMicros());
    }
}
