package io.colloquy.schemas.registry;

import org.apache.avro.Schema;

/** What the serdes and the start-up need of a Confluent-compatible schema registry. Thread-safe. */
public interface SchemaRegistryClient {

    /**
     * Registers a schema, or finds it where it is registered already.
     *
     * @return its global id
     * @throws RestClientException when it is incompatible (409) or invalid (422)
     * @throws RegistryUnavailableException when the registry cannot be asked
     */
    int register(String subject, Schema schema);

    /**
     * The schema behind an id.
     *
     * @throws RestClientException with status 404 when the id is unknown
     * @throws RegistryUnavailableException when the registry cannot be asked
     */
    Schema getById(int id);

    /**
     * Sets a subject's compatibility level, for example {@code BACKWARD_TRANSITIVE}.
     *
     * @throws RegistryUnavailableException when the registry cannot be asked
     */
    void updateCompatibility(String subject, String level);
}
