package io.colloquy.evaluator.providers;

import java.time.Duration;
import java.util.Optional;

/** A call to a provider that came to nothing. Carries nothing of what was sent or received. */
public final class ProviderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ProviderFailure failure;
    private final transient Optional<Duration> retryAfter;

    /** Without a time to come back at. */
    public ProviderException(ProviderFailure failure, String message) {
        this(failure, message, Optional.empty());
    }

    ProviderException(ProviderFailure failure, String message, Optional<Duration> retryAfter) {
        super(message);
        this.failure = failure;
        this.retryAfter = retryAfter;
    }

    ProviderFailure failure() {
        return failure;
    }

    /** A stable code for events, for example PROVIDER_TIMEOUT. */
    public String code() {
        return failure.code();
    }

    /** Whether another try is worth it. */
    public Patience patience() {
        return failure.patience();
    }

    /** How long the provider asks us to wait. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
