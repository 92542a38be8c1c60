package io.colloquy.schemas.registry;

import io.colloquy.schemas.Topic;
import io.colloquy.schemas.Topics;

/** Puts the contract into the registry at start, so that an incompatible version of a service never writes. */
public final class ContractRegistration {
    private static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private ContractRegistration() {}

    /**
     * Registers every topic's schema under {@code BACKWARD_TRANSITIVE}. Repeating it changes nothing.
     *
     * @throws RestClientException when a schema breaks the contract
     * @throws RegistryUnavailableException when the registry cannot be asked
     */
    public static void register(SchemaRegistryClient registry) {
        for (Topic<?> topic : Topics.all()) {
            registry.updateCompatibility(topic.subject(), COMPATIBILITY);
            registry.register(topic.subject(), topic.schema());
        }
    }
}
