package io.colloquy.schemas.registry;

import io.colloquy.schemas.Topic;
import io.colloquy.schemas.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the contract into the registry at start, so that an incompatible version of a service never writes. */
public final class ContractRegistration {
    private static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private static final int CONFLICT = 409;
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 50;
    private static final long AWAY_PAUSE_MILLIS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(ContractRegistration.class);

    private ContractRegistration() {}

    /**
     * Registers every topic's schema under {@code BACKWARD_TRANSITIVE}. Repeating it changes nothing. While the registry is
     * away it waits: a service that starts before its registry needs nobody to start it again.
     *
     * @throws RestClientException when a schema breaks the contract
     * @throws RegistryUnavailableException when the thread is interrupted while it waits
     */
    public static void register(SchemaRegistryClient registry) {
        for (Topic<?> topic : Topics.all()) {
            whenThere(() -> {
                requireCompatibility(registry, topic.subject());
                registry.register(topic.subject(), topic.schema());
            });
        }
    }

    private static void whenThere(Runnable step) {
        while (true) {
            try {
                step.run();
                return;
            } catch (RegistryUnavailableException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.atWarn().addKeyValue("reason", e.getMessage()).log("waiting for the schema registry");
                pause(AWAY_PAUSE_MILLIS);
            }
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
                pause(PAUSE_MILLIS);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("Expected to register the contract, but was interrupted", e);
        }
    }
}
