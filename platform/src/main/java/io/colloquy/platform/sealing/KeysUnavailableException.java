package io.colloquy.platform.sealing;

import org.apache.kafka.common.errors.RetriableException;

/** The keys cannot be reached now; the same call may work later. */
public final class KeysUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message reads "Expected …, but …"
     * @param cause what was thrown below, or null
     */
    public KeysUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
