package io.colloquy.sessions.topology;

import io.colloquy.schemas.registry.RestClientException;
import io.colloquy.schemas.registry.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A registry for one process; ids count from 1. */
final class InMemoryRegistry implements SchemaRegistryClient {
    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public synchronized int register(String subject, Schema schema) {
        int known = schemas.indexOf(schema);
        if (known >= 0) {
            return known + 1;
        }
        schemas.add(schema);
        return schemas.size();
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
