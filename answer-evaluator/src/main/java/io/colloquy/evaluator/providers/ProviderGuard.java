package io.colloquy.evaluator.providers;

import io.colloquy.platform.metrics.Metrics;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What stands between us and one capability of one provider, whichever it is: its circuit breaker, its budget for the day and
 * its metrics. Thread-safe.
 */
final class ProviderGuard {
    static final Duration OPEN = Duration.ofSeconds(15);

    private static final CircuitBreakerConfig BREAKER = settings().build();

    /** Here what a caller brought goes to the provider as it is: that it is refused says nothing about the provider. */
    private static final CircuitBreakerConfig BREAKER_OF_OTHERS_CONTENT = settings()
            .ignoreException(failure ->
                    failure instanceof ProviderException refused && refused.failure() == ProviderFailure.REFUSED)
            .build();

    private static final Set<Capability> PASSED_ON = Set.of(Capability.TRANSCRIPTION, Capability.EMBEDDINGS);

    private final String name;
    private final Capability capability;
    private final DailyBudget budget;
    private final Metrics metrics;
    private final CircuitBreaker breaker;

    /** A call to the provider. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws ProviderException;
    }

    ProviderGuard(String name, Capability capability, DailyBudget budget, Metrics metrics) {
        this.name = name;
        this.capability = capability;
        this.budget = budget;
        this.metrics = metrics;
        this.breaker = CircuitBreaker.of(
                name + "-" + capability.label(), PASSED_ON.contains(capability) ? BREAKER_OF_OTHERS_CONTENT : BREAKER);
        metrics.gauge(ProviderMetric.BREAKER).labels(name, capability.label()).set(0);
        breaker.getEventPublisher()
                .onStateTransition(event -> metrics.gauge(ProviderMetric.BREAKER)
                        .labels(name, capability.label())
                        .set(level(event.getStateTransition().getToState())));
    }

    private static CircuitBreakerConfig.Builder settings() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(3);
    }

    private static int level(CircuitBreaker.State state) {
        return switch (state) {
            case OPEN, FORCED_OPEN -> 2;
            case HALF_OPEN -> 1;
            default -> 0;
        };
    }

    /**
     * Makes a call if breaker and budget permit.
     *
     * @param setAside a cautious guess at the units that it takes
     * @param usage what it took, once it is over
     * @throws ProviderException when it was not made, or came to nothing
     */
    <T> T call(long setAside, Call<T> call, Function<T, Usage> usage) throws ProviderException {
        if (!budget.setAside(setAside)) {
            throw new ProviderException(
                    ProviderFailure.BUDGET_SPENT, "Expected something to be left of today's budget, but nothing is");
        }
        long used = 0;
        try {
            T result = permitted(call);
            Usage took = usage.apply(result);
            used = took.units();
            metrics.counter(ProviderMetric.COST)
                    .labels(name, capability.label())
                    .inc((double) took.costMicros());
            return result;
        } finally {
            budget.settle(setAside, used);
        }
    }

    private <T> T permitted(Call<T> call) throws ProviderException {
        long started = System.nanoTime();
        String result = "failed";
        try {
            T made = breaker.executeCheckedSupplier(call::make);
            result = "ok";
            return made;
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
            metrics.histogram(ProviderMetric.SECONDS)
                    .labels(name, capability.label(), result)
                    .observe((System.nanoTime() - started) / 1e9);
        }
    }

    /** Counts something of this provider and capability. */
    void count(ProviderMetric metric, String label, long amount) {
        metrics.counter(metric).labels(name, capability.label(), label).inc((double) amount);
    }
}
