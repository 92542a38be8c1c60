package io.colloquy.evaluator.http;

import io.colloquy.evaluator.providers.Capability;
import java.util.List;
import java.util.Optional;

/** Whom an organisation wants for a capability. */
@FunctionalInterface
public interface AudioChains {
    /** The names in order; empty where it has not said. */
    Optional<List<String>> of(String organisationId, Capability capability);
}
