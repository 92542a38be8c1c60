package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.bank.BankReader;
import io.colloquy.evaluator.meaning.Meanings;
import io.colloquy.evaluator.planning.BankPlanner;
import io.colloquy.evaluator.planning.Planner;
import io.colloquy.evaluator.rubric.Evaluation;
import io.colloquy.evaluator.rubric.EvaluationRequest;
import io.colloquy.evaluator.rubric.Evaluator;
import io.colloquy.evaluator.rubric.RubricEvaluator;
import io.colloquy.evaluator.work.AnswerEvaluation;
import io.colloquy.evaluator.work.EvaluationEvents;
import io.colloquy.evaluator.work.Evaluators;
import io.colloquy.evaluator.work.PendingTask;
import io.colloquy.evaluator.work.QuestionPlanning;
import io.colloquy.evaluator.work.Worker;
import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.QuestionPlan;
import io.colloquy.events.SessionEvent;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventHeaders;
import io.colloquy.schemas.wire.EventSerdes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The topology with hand-started calls and keys in memory. */
final class EvaluatorFixture implements AutoCloseable {
    static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(10), 3, Duration.ofSeconds(1), Duration.ofSeconds(20));
    /** Longer than the policy rests between any two attempts, and shorter than an attempt may take. */
    static final Duration REST = Duration.ofSeconds(7);

    private static final BankPlanner BANK = new BankPlanner(BankReader.builtIn());

    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    final InMemoryKeys keys = new InMemoryKeys();
    final Sealer sealer = new Sealer(keys);
    final HandStartedCalls calls = new HandStartedCalls();
    final EventSerdes serdes = new EventSerdes(new OneProcessRegistry());
    final AnswerEvaluation evaluation;
    final Worker worker;

    private final ScriptedEvaluator evaluator = new ScriptedEvaluator();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, SessionEvent> sessionEvents;
    private final TestInputTopic<String, AcceptedAnswer> answers;
    private final TestOutputTopic<String, QuestionPlan> plans;
    private final TestOutputTopic<String, io.colloquy.events.Evaluation> evaluations;

    /** With the built-in evaluator, and maybe others. */
    EvaluatorFixture(Evaluator... others) {
        this(List.of(), others);
    }

    /** With models that plan as well. */
    EvaluatorFixture(List<? extends Planner> planners, Evaluator... others) {
        this(Meanings.none(), planners, others);
    }

    /** With embeddings. */
    EvaluatorFixture(Meanings meanings, List<? extends Planner> planners, Evaluator... others) {
        Clock clock = Clock.fixed(Given.TIME, ZoneOffset.UTC);
        List<Evaluator> all =
                Stream.concat(Stream.of(evaluator), Stream.of(others)).toList();
        evaluation = new AnswerEvaluation(new Evaluators(all), meanings, sealer, new EvaluationEvents(clock));
        worker = new Worker(new QuestionPlanning(planners, event -> BANK, sealer, clock), evaluation);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "answer-evaluator-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, "target/streams-test");
        driver = new TopologyTestDriver(topology(), properties, Given.TIME);
        sessionEvents = driver.createInputTopic(
                Topics.SESSION_EVENTS.name(), serdes.keys().serializer(), serdes.serializer(Topics.SESSION_EVENTS));
        answers = driver.createInputTopic(
                Topics.ANSWERS.name(), serdes.keys().serializer(), serdes.serializer(Topics.ANSWERS));
        plans = driver.createOutputTopic(
                Topics.QUESTION_PLANS.name(), serdes.keys().deserializer(), serdes.deserializer(Topics.QUESTION_PLANS));
        evaluations = driver.createOutputTopic(
                Topics.EVALUATIONS.name(), serdes.keys().deserializer(), serdes.deserializer(Topics.EVALUATIONS));
    }

    Topology topology() {
        return EvaluatorTopology.build(
                new EvaluatorTopology.Parts(serdes, worker, calls, POLICY, worker::after, keys::forget, new Metrics()));
    }

    /** The built-in evaluator, unless the test puts something else in its place. */
    private static final class ScriptedEvaluator implements Evaluator {
        private final RubricEvaluator builtIn = RubricEvaluator.builtIn();
        private Callable<Evaluation> instead;

        @Override
        public String name() {
            return builtIn.name();
        }

        @Override
        public String version() {
            return builtIn.version();
        }

        @Override
        public Evaluation evaluate(EvaluationRequest request) throws Exception {
            return instead == null ? builtIn.evaluate(request) : instead.call();
        }
    }

    void evaluateInstead(Callable<Evaluation> script) {
        evaluator.instead = script;
    }

    void read(SessionEvent event) {
        sessionEvents.pipeInput(new TestRecord<>(event.getSessionId(), event, headers(), event.getOccurredAt()));
    }

    void read(AcceptedAnswer event) {
        answers.pipeInput(new TestRecord<>(event.getSessionId(), event, headers(), event.getOccurredAt()));
    }

    private static org.apache.kafka.common.header.Headers headers() {
        return new EventHeaders("input", "Input", "test", Given.TIME, TRACE).toHeaders();
    }

    void tick() {
        pass(TaskProcessor.TICK);
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** Lets what is started run, and its results come back. */
    void settle() {
        calls.run();
        tick();
    }

    List<TestRecord<String, QuestionPlan>> plans() {
        return plans.readRecordsToList();
    }

    List<TestRecord<String, io.colloquy.events.Evaluation>> evaluations() {
        return evaluations.readRecordsToList();
    }

    KeyValueStore<String, PendingTask> pendingTasks() {
        return driver.getKeyValueStore(EvaluatorTopology.PENDING_TASKS);
    }

    long pending() {
        long count = 0;
        try (var all = pendingTasks().all()) {
            for (; all.hasNext(); all.next()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public void close() {
        driver.close();
    }
}
