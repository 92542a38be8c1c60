package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.work.Calls;
import io.colloquy.evaluator.work.PendingTask;
import io.colloquy.evaluator.work.TaskWorker;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.Topic;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** session-events, answers → pending tasks → question-plans, evaluations. */
public final class EvaluatorTopology {
    /** Name of the service, its application and its dead letters. */
    public static final String SERVICE = "answer-evaluator";

    static final String PENDING_TASKS = "pending-tasks";
    static final String QUESTION_PLANS = "to-question-plans";
    static final String EVALUATIONS = "to-evaluations";

    private static final String SESSION_EVENTS = "from-session-events";
    private static final String ANSWERS = "from-answers";
    private static final String READ_SESSION_EVENTS = "read-session-events";
    private static final String READ_ANSWERS = "read-answers";
    private static final String RUN_TASKS = "run-tasks";

    private EvaluatorTopology() {}

    /**
     * What the topology is made of.
     *
     * @param serdes of the topics
     * @param worker does the tasks
     * @param calls starts them
     * @param policy when to give up
     * @param givingUp what becomes of a task then
     * @param erased told the id of every session that is erased
     */
    public record Parts(
            EventSerdes serdes,
            TaskWorker worker,
            Calls calls,
            RetryPolicy policy,
            GivingUp givingUp,
            Consumer<String> erased,
            Metrics metrics) {}

    /** Builds the topology. */
    public static Topology build(Parts parts) {
        Topology topology = new Topology();
        source(topology, SESSION_EVENTS, Topics.SESSION_EVENTS, parts.serdes());
        source(topology, ANSWERS, Topics.ANSWERS, parts.serdes());
        topology.addProcessor(READ_SESSION_EVENTS, () -> new SessionEventReader(parts.erased()), SESSION_EVENTS)
                .addProcessor(READ_ANSWERS, AnswerReader::new, ANSWERS)
                .addProcessor(RUN_TASKS, () -> taskProcessor(parts), READ_SESSION_EVENTS, READ_ANSWERS)
                .addStateStore(pendingTasks(parts.serdes()), RUN_TASKS);
        sink(topology, QUESTION_PLANS, Topics.QUESTION_PLANS, parts.serdes());
        sink(topology, EVALUATIONS, Topics.EVALUATIONS, parts.serdes());
        return topology;
    }

    private static TaskProcessor taskProcessor(Parts parts) {
        return new TaskProcessor(parts.worker(), parts.calls(), parts.policy(), parts.givingUp(), parts.metrics());
    }

    private static StoreBuilder<KeyValueStore<String, PendingTask>> pendingTasks(EventSerdes serdes) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(PENDING_TASKS), serdes.keys(), PendingTaskSerde.over(serdes))
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }

    private static <V extends SpecificRecord> void source(
            Topology topology, String name, Topic<V> topic, EventSerdes serdes) {
        topology.addSource(name, serdes.keys().deserializer(), serdes.deserializer(topic), topic.name());
    }

    private static <V extends SpecificRecord> void sink(
            Topology topology, String name, Topic<V> topic, EventSerdes serdes) {
        topology.addSink(name, topic.name(), serdes.keys().serializer(), serdes.serializer(topic), RUN_TASKS);
    }
}
