package io.colloquy.evaluator.topology;

import io.colloquy.schemas.registry.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A registry for one process: ids from 1 in the order of registration. */
public final class OneProcessRegistry implements SchemaRegistryClient {
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
        return schemas.get(id - 1);
    }

    @Override
    public void updateCompatibility(String subject, String level) {}
}
