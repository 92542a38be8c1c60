package io.colloquy.local.emotion;

import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.planning.BankPlanner;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.evaluator.topology.EvaluatorTopology;
import io.colloquy.evaluator.topology.RetryPolicy;
import io.colloquy.evaluator.work.AnswerEvaluation;
import io.colloquy.evaluator.work.EvaluationEvents;
import io.colloquy.evaluator.work.Evaluators;
import io.colloquy.evaluator.work.QuestionPlanning;
import io.colloquy.evaluator.work.Worker;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.StreamsSettings;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.schemas.Guarantee;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.topology.SessionTopology;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The decider's and the evaluator's topologies side by side. A record goes to each of them that reads its topic, and what
 * they write goes on the same way until nothing is left to do. Time passes
 * only while an answer is evaluated.
 */
final class BothTopologies implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(20);

    private final EventSerdes serdes;
    private final UnsealedEvaluations unsealed;
    private final List<Runnable> calls = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final Running decider;
    private final Running evaluator;

    /** One record that was written. */
    record Output(String topic, String key, byte[] value, Headers headers) {}

    private record Running(Set<String> topics, List<String> sinks, TopologyTestDriver driver) {}

    BothTopologies(EventSerdes serdes, Sealer sealer, Path folder, Instant time) {
        this.serdes = serdes;
        this.unsealed = new UnsealedEvaluations(sealer);
        this.decider = running(
                SessionTopology.SERVICE,
                decider(serdes),
                List.of(Topics.SESSION_EVENTS.name(), Topics.ANSWERS.name()),
                folder,
                time);
        this.evaluator = running(
                EvaluatorTopology.SERVICE,
                evaluator(serdes, sealer, Clock.fixed(time, ZoneOffset.UTC), calls),
                List.of(Topics.QUESTION_PLANS.name(), Topics.EVALUATIONS.name()),
                folder,
                time);
    }

    static Topology decider(EventSerdes serdes) {
        return SessionTopology.build(serdes, new Metrics());
    }

    static Topology evaluator(EventSerdes serdes, Sealer sealer, Clock clock, List<Runnable> calls) {
        AnswerEvaluation evaluation = new AnswerEvaluation(
                new Evaluators(List.of(RubricEvaluator.builtIn())), sealer, new EvaluationEvents(clock));
        BankPlanner bank = new BankPlanner(BankReader.builtIn());
        Worker worker = new Worker(new QuestionPlanning(List.of(), event -> bank, sealer, clock), evaluation);
        return EvaluatorTopology.build(new EvaluatorTopology.Parts(
                serdes,
                worker,
                (lane, call) -> {
                    calls.add(call);
                    return Optional.of(() -> {});
                },
                new RetryPolicy(Duration.ofHours(1), 1, Duration.ofSeconds(1), Duration.ofHours(1)),
                worker::after,
                erased -> {},
                new Metrics()));
    }

    /** Every topic that a topology reads, global stores included. */
    static Set<String> sources(Topology topology) {
        Set<String> topics = new TreeSet<>();
        TopologyDescription description = topology.describe();
        description
                .subtopologies()
                .forEach(part -> part.nodes().forEach(node -> {
                    if (node instanceof TopologyDescription.Source source) {
                        topics.addAll(source.topicSet());
                    }
                }));
        description.globalStores().forEach(store -> topics.addAll(store.source().topicSet()));
        return topics;
    }

    /** Gives a record to whoever reads its topic, and lets both finish. */
    void offer(String topic, TestRecord<String, byte[]> record) {
        give(topic, record);
        passOn(decider);
        while (!calls.isEmpty()) {
            List<Runnable> started = List.copyOf(calls);
            calls.clear();
            started.forEach(Runnable::run);
            evaluator.driver().advanceWallClockTime(TICK);
            passOn(evaluator);
            passOn(decider);
        }
    }

    /** Everything written so far, in order. */
    List<Output> outputs() {
        return List.copyOf(outputs);
    }

    @Override
    public void close() {
        decider.driver().close();
        evaluator.driver().close();
    }

    private void give(String topic, TestRecord<String, byte[]> record) {
        for (Running running : List.of(decider, evaluator)) {
            if (running.topics().contains(topic)) {
                running.driver()
                        .createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                        .pipeInput(record);
            }
        }
    }

    private void passOn(Running running) {
        for (String topic : running.sinks()) {
            var written =
                    running.driver().createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
            written.readRecordsToList().stream()
                    .map(record -> topic.equals(Topics.EVALUATIONS.name()) ? comparable(record) : record)
                    .forEach(record -> {
                        outputs.add(new Output(topic, record.key(), record.value(), record.headers()));
                        give(topic, record);
                    });
        }
    }

    private TestRecord<String, byte[]> comparable(TestRecord<String, byte[]> record) {
        String topic = Topics.EVALUATIONS.name();
        byte[] value = serdes.serializer(Topics.EVALUATIONS)
                .serialize(
                        topic,
                        unsealed.of(serdes.deserializer(Topics.EVALUATIONS).deserialize(topic, record.value())));
        return new TestRecord<>(record.key(), value, record.headers(), record.getRecordTime());
    }

    /** At least once, because under transactions Kafka's test driver shows nothing before a commit. */
    private static Running running(String service, Topology topology, List<String> sinks, Path folder, Instant time) {
        StreamsSettings settings = new StreamsSettings(service, Guarantee.AT_LEAST_ONCE, 1, 0, folder.resolve(service));
        KafkaConfig nowhere = new KafkaConfig("unused:1", URI.create("http://unused"), 1, 1);
        return new Running(
                sources(topology), sinks, new TopologyTestDriver(topology, settings.properties(nowhere), time));
    }
}
