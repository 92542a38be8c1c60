package io.colloquy.schemas.registry;

/** The registry answered, and said no. */
public final class RestClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final int errorCode;

    /**
     * @param message the registry's message
     * @param status HTTP status
     * @param errorCode Confluent's error code, for example 40403 for an unknown schema id
     */
    public RestClientException(String message, int status, int errorCode) {
        super("Expected the schema registry to accept the request, but it answered %d (code %d): %s"
                .formatted(status, errorCode, message));
        this.status = status;
        this.errorCode = errorCode;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Confluent's error code. */
    public int errorCode() {
        return errorCode;
    }
}
