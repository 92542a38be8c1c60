package io.colloquy.evaluator.http;

import io.colloquy.evaluator.providers.Capability;
import io.colloquy.platform.http.Problem;

/** What can be wrong with a capability, with types that pages can tell apart. */
final class AudioProblem {
    private AudioProblem() {}

    /** 501: nobody was configured for it. */
    static Problem notConfigured(Capability capability) {
        return Problem.of(
                501,
                capability.label() + "-not-configured",
                "Not configured here",
                "Expected a provider of %s, but none is configured".formatted(capability.label()));
    }

    /** 503: nobody did it. */
    static Problem unavailable(Capability capability) {
        return Problem.of(
                503,
                capability.label() + "-unavailable",
                "Try again later",
                "Expected a provider of %s to answer, but none did".formatted(capability.label()));
    }

    /** 422: whoever could be reached would not take it. */
    static Problem refused(Capability capability) {
        return Problem.of(
                422,
                capability.label() + "-refused",
                "The provider cannot take it",
                "Expected something that the provider of %s can read, but it refused".formatted(capability.label()));
    }
}
