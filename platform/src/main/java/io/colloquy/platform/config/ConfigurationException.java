package io.colloquy.platform.config;

import java.util.List;

/** The configuration does not allow a start. Names every offender at once. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param problems each reads "Expected …, but …" */
    public ConfigurationException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
