package io.colloquy.local.emotion;

import io.colloquy.schemas.registry.RestClientException;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A registry for one test; ids count from 1 in the order of the schemas. */
final class RegistryInMemory implements SchemaRegistryClient {
    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public synchronized int register(String subject, Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public synchronized Schema getById(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new RestClientException("Schema not found", 404, 40403);
        }
        return schemas.get(id - 1);
    }

    @Override
    public void updateCompatibility(String subject, String level) {}
}
