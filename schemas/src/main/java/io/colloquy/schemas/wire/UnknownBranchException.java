package io.colloquy.schemas.wire;

/**
 * A record of a newer contract than this code's. The service stops until it is upgraded: consumers are upgraded before
 * producers, and dead-lettering would lose what the next version can read.
 */
public final class UnknownBranchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param topic where it was read
     * @param schemaId the writer's schema
     * @param cause Avro's resolution error
     */
    public UnknownBranchException(String topic, int schemaId, Throwable cause) {
        super(
                "Expected a record of '%s' that this version knows, but schema %d has one that it does not: upgrade this service"
                        .formatted(topic, schemaId),
                cause);
    }
}
