package io.colloquy.schemas.registry;

import io.colloquy.schemas.Topic;
import io.colloquy.schemas.Topics;

/** Puts the contract into the registry at start, so that an incompatible version of a service never writes. */
public final class ContractRegistration {
    private static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private static final int CONFLICT = 409;
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 50;

    private ContractRegistration() {}

    /**
     * Registers every topic's schema under {@code BACKWARD_TRANSITIVE}. Repeating it changes nothing.
     *
     * @throws RestClientException when a schema breaks the contract
     * @throws RegistryUnavailableException when the registry cannot be asked
     */
    public static void register(SchemaRegistryClient registry) {
        for (Topic<?> topic : Topics.all()) {
            requireCompatibility(registry, topic.subject());
            registry.register(topic.subject(), topic.schema());
        }
    }

    /** When services start at the same time, a registry may refuse the second of two that set the same rule at once. */
    private static void requireCompatibility(SchemaRegistryClient registry, String subject) {
        for (int attempt = 1; ; attempt++) {
            try {
                registry.updateCompatibility(subject, COMPATIBILITY);
                return;
            } catch (RestClientException e) {
                if (e.status() != CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("Expected to register the contract, but was interrupted", e);
        }
    }
}
