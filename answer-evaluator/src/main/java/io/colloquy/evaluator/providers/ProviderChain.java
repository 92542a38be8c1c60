package io.colloquy.evaluator.providers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The providers of one capability, for somebody who waits for the answer: each is called, once more after a failure that may
 * pass, then the next of the chain. Thread-safe.
 *
 * @param <P> the capability
 */
public final class ProviderChain<P> {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 300;
    private static final String NOT_CONFIGURED = "NOT_CONFIGURED";

    private final Map<String, P> byName;

    /** Over the providers there are, by name. */
    public ProviderChain(Map<String, P> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** A call to one of them. */
    @FunctionalInterface
    public interface Call<P, R> {
        /** Makes it. */
        R on(P provider) throws ProviderException;
    }

    /** Who was to do it before, and why it did not: a stable code. */
    public record Fallback(String provider, String reason) {}

    /** What came of it: nobody is asked without being named. */
    public record Answered<R>(String provider, R result, List<Fallback> fallbacks) {
        public Answered {
            fallbacks = List.copyOf(fallbacks);
        }
    }

    /** Nobody did it. */
    public static final class NobodyException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Fallback> fallbacks;

        NobodyException(List<Fallback> fallbacks) {
            super("Expected a provider to answer, but none did");
            this.fallbacks = List.copyOf(fallbacks);
        }

        /** Everybody who was asked, with the reason. */
        public List<Fallback> fallbacks() {
            return fallbacks;
        }

        /** Whether whoever could be reached would not take what was brought. */
        public boolean refused() {
            return fallbacks.stream()
                    .map(Fallback::reason)
                    .filter(reason -> !reason.equals(NOT_CONFIGURED))
                    .allMatch(ProviderFailure.REFUSED.code()::equals);
        }
    }

    /**
     * Asks one after the other.
     *
     * @param names in order
     * @throws NobodyException with every reason
     */
    public <R> Answered<R> call(List<String> names, Call<P, R> call) throws NobodyException, InterruptedException {
        List<Fallback> fallbacks = new ArrayList<>();
        for (String name : names) {
            P provider = byName.get(name);
            if (provider == null) {
                fallbacks.add(new Fallback(name, NOT_CONFIGURED));
                continue;
            }
            try {
                return new Answered<>(name, patiently(provider, call), fallbacks);
            } catch (ProviderException e) {
                fallbacks.add(new Fallback(name, e.code()));
            }
        }
        throw new NobodyException(fallbacks);
    }

    private static <P, R> R patiently(P provider, Call<P, R> call) throws ProviderException, InterruptedException {
        try {
            return call.on(provider);
        } catch (ProviderException e) {
            Duration pause = e.retryAfter().orElse(Duration.ZERO);
            if (e.patience() != Patience.RETRY
                    || e.failure() == ProviderFailure.TIMEOUT
                    || pause.compareTo(LONGEST_PAUSE) > 0) {
                throw e;
            }
            Thread.sleep(
                    pause.plusMillis(PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(PAUSE_MILLIS)));
            return call.on(provider);
        }
    }
}
