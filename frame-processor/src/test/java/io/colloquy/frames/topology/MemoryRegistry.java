package io.colloquy.frames.topology;

import io.colloquy.schemas.registry.RestClientException;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The port's contract, in memory. */
final class MemoryRegistry implements SchemaRegistryClient {
    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public int register(String subject, Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema);
    }

    @Override
    public Schema getById(int id) {
        if (id >= schemas.size()) {
            throw new RestClientException("Schema not found", 404, 40403);
        }
        return schemas.get(id);
    }

    @Override
    public void updateCompatibility(String subject, String level) {}
}
