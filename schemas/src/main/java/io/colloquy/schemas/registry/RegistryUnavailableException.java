package io.colloquy.schemas.registry;

import org.apache.kafka.common.errors.RetriableException;

/** The registry could not be asked. Never poison: the same record can be read once the registry is back. */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message reads "Expected …, but …"
     * @param cause the network's error, or null when the registry answered 5xx
     */
    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
