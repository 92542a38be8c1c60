package io.colloquy.sessions.topology;

import io.colloquy.schemas.OrganisationKeys;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps each organisation's latest settings and which version of each bank is current, as they came. The content of banks is
 * large and is the evaluator's business.
 */
final class OrganisationProcessor implements Processor<String, byte[], Void, Void> {
    private KeyValueStore<String, byte[]> organisations;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        organisations = context.getStateStore(SessionTopology.ORGANISATIONS);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() != null && !OrganisationKeys.isBankVersion(record.key())) {
            organisations.put(record.key(), record.value());
        }
    }
}
