package io.colloquy.sessions.topology;

import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.Topic;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The decider's topology. Every operator and store has a name, so that a change of one does not move another. */
public final class SessionTopology {
    /** Names the application, its dead letters and the source in headers. */
    public static final String SERVICE = "session-projector";

    static final String SESSIONS = "sessions";
    static final String ORGANISATIONS = "organisations";
    static final String EVENTS_SINK = "write-session-events";
    static final String ANSWERS_SINK = "write-answers";
    static final String COMMANDS_SINK = "write-timer-commands";

    private static final String DECIDE = "decide";
    private static final String READ_COMMANDS = "read-session-commands";
    private static final String READ_PLANS = "read-question-plans";
    private static final String READ_EVALUATIONS = "read-evaluations";

    private SessionTopology() {}

    /**
     * The whole of it.
     *
     * @param serdes of the topics' values
     * @param metrics count what is decided
     */
    public static Topology build(EventSerdes serdes, Metrics metrics) {
        Topology topology = new Topology();
        addSource(topology, READ_COMMANDS, serdes, Topics.SESSION_COMMANDS);
        addSource(topology, READ_PLANS, serdes, Topics.QUESTION_PLANS);
        addSource(topology, READ_EVALUATIONS, serdes, Topics.EVALUATIONS);
        topology.<String, SpecificRecord, String, byte[]>addProcessor(
                DECIDE, () -> new SessionProcessor(serdes, metrics), READ_COMMANDS, READ_PLANS, READ_EVALUATIONS);
        topology.addStateStore(sessions(serdes), DECIDE);
        addOrganisations(topology, serdes);
        addSink(topology, EVENTS_SINK, serdes, Topics.SESSION_EVENTS);
        addSink(topology, ANSWERS_SINK, serdes, Topics.ANSWERS);
        addSink(topology, COMMANDS_SINK, serdes, Topics.SESSION_COMMANDS);
        return topology;
    }

    private static void addSource(
            Topology topology, String name, EventSerdes serdes, Topic<? extends SpecificRecord> topic) {
        topology.addSource(name, serdes.keys().deserializer(), serdes.deserializer(topic), topic.name());
    }

    /** Values arrive as bytes: the processor has hashed what the topic will hold. */
    private static void addSink(
            Topology topology, String name, EventSerdes serdes, Topic<? extends SpecificRecord> topic) {
        topology.addSink(name, topic.name(), serdes.keys().serializer(), new ByteArraySerializer(), DECIDE);
    }

    private static StoreBuilder<KeyValueStore<String, StoredSession>> sessions(EventSerdes serdes) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(SESSIONS), serdes.keys(), StoredSessionSerde.serde())
                .withCachingDisabled();
    }

    private static void addOrganisations(Topology topology, EventSerdes serdes) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(ORGANISATIONS), serdes.keys(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "read-organisation-events",
                serdes.keys().deserializer(),
                new ByteArrayDeserializer(),
                Topics.ORGANISATION_EVENTS.name(),
                "keep-organisation",
                OrganisationProcessor::new);
    }
}
