package io.colloquy.sessions.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps each organisation's latest record, as it came. */
final class OrganisationProcessor implements Processor<String, byte[], Void, Void> {
    private KeyValueStore<String, byte[]> organisations;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        organisations = context.getStateStore(SessionTopology.ORGANISATIONS);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() != null) {
            organisations.put(record.key(), record.value());
        }
    }
}
