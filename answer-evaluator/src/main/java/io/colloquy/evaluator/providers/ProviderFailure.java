package io.colloquy.evaluator.providers;

import java.util.Locale;

/** The ways in which a call to a provider fails. Their codes are part of events. */
public enum ProviderFailure {
    /** Nothing, or not everything, came in time. */
    TIMEOUT(Patience.RETRY),
    /** No connection, or it broke. */
    UNREACHABLE(Patience.RETRY),
    /** Status 5xx or 408. */
    SERVER_ERROR(Patience.RETRY),
    /** Status 429. */
    RATE_LIMITED(Patience.RETRY),
    /** No JSON, or none of the protocol. */
    UNREADABLE(Patience.RETRY),
    /** A body over the limit. */
    TOO_LARGE(Patience.HOPELESS),
    /** Status 401 or 403. */
    UNAUTHORISED(Patience.HOPELESS),
    /** Another status 4xx. */
    REFUSED(Patience.HOPELESS),
    /** Status 3xx: it points somewhere else, and nobody goes there. */
    REDIRECTED(Patience.HOPELESS),
    /** Its name leads to a private address, which is not allowed. */
    FORBIDDEN_ADDRESS(Patience.HOPELESS),
    /** It failed too often of late to be called now. */
    BREAKER_OPEN(Patience.NOT_NOW),
    /** Its vectors do not tell texts of the same meaning from others. */
    UNSUITABLE(Patience.HOPELESS),
    /** The day's tokens are spent. */
    BUDGET_SPENT(Patience.HOPELESS);

    private final Patience patience;

    ProviderFailure(Patience patience) {
        this.patience = patience;
    }

    Patience patience() {
        return patience;
    }

    /** As events name it. */
    String code() {
        return "PROVIDER_" + name();
    }

    /** As metrics name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
