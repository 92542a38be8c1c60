package io.colloquy.sessions.topology;

import io.colloquy.events.AcceptedAnswer;
import io.colloquy.events.Evaluation;
import io.colloquy.events.OrganisationEvent;
import io.colloquy.events.QuestionPlan;
import io.colloquy.events.SessionCommand;
import io.colloquy.platform.kafka.KafkaConfig;
import io.colloquy.platform.kafka.StreamsSettings;
import io.colloquy.platform.metrics.Metrics;
import io.colloquy.schemas.Guarantee;
import io.colloquy.schemas.Topics;
import io.colloquy.schemas.wire.EventSerdes;
import io.colloquy.sessions.decider.Given;
import io.colloquy.sessions.events.EventMapping;
import io.colloquy.sessions.events.Input;
import io.colloquy.sessions.events.RecordedEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The topology under the settings of production, with the registry in memory and time in the test's hands. At least once,
 * because under transactions Kafka's test driver forgets dead letters before it commits them.
 */
final class SessionTestDriver implements AutoCloseable {
    static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final EventSerdes serdes = new EventSerdes(new InMemoryRegistry());
    private final Metrics metrics = new Metrics();
    private final TopologyTestDriver driver;
    private final TestOutputTopic<String, byte[]> events;

    SessionTestDriver(Path stateDirectory) {
        StreamsSettings settings =
                new StreamsSettings(SessionTopology.SERVICE, Guarantee.AT_LEAST_ONCE, 1, 0, stateDirectory);
        KafkaConfig kafka = new KafkaConfig("unused:9092", URI.create("http://unused"), 1, 1);
        driver =
                new TopologyTestDriver(SessionTopology.build(serdes, metrics), settings.properties(kafka), Given.START);
        events = output(Topics.SESSION_EVENTS.name());
    }

    /** Continues from a changelog, as a task does on another machine. */
    SessionTestDriver restoring(Map<String, byte[]> changelog) {
        changelog.forEach((key, value) ->
                sessions().put(key, StoredSessionSerde.serde().deserializer().deserialize("", value)));
        return this;
    }

    void pipe(Input input) {
        switch (input) {
            case Input.CommandReceived it -> pipe(Topics.SESSION_COMMANDS.name(), it, AvroInputs.command(it));
            case Input.PlanProposed it -> pipe(Topics.QUESTION_PLANS.name(), it, AvroInputs.plan(it));
            case Input.AnswerEvaluated it ->
                pipe(Topics.EVALUATIONS.name(), it, AvroInputs.evaluation(it.origin(), it.outcome()));
            case Input.AnswerNotGradable it ->
                pipe(Topics.EVALUATIONS.name(), it, AvroInputs.evaluation(it.origin(), it.outcome()));
            case Input.EvaluationFailed it ->
                pipe(Topics.EVALUATIONS.name(), it, AvroInputs.evaluation(it.origin(), it.outcome()));
        }
    }

    private void pipe(String topic, Input input, SpecificRecord value) {
        pipe(topic, input.origin().sessionId(), bytes(value), input.origin().at());
    }

    /** An input as its topic holds it. */
    byte[] bytes(SpecificRecord value) {
        return switch (value) {
            case SessionCommand it ->
                serdes.serializer(Topics.SESSION_COMMANDS).serialize(Topics.SESSION_COMMANDS.name(), it);
            case QuestionPlan it ->
                serdes.serializer(Topics.QUESTION_PLANS).serialize(Topics.QUESTION_PLANS.name(), it);
            case Evaluation it -> serdes.serializer(Topics.EVALUATIONS).serialize(Topics.EVALUATIONS.name(), it);
            default -> throw new IllegalArgumentException("Expected an input, but got " + value.getClass());
        };
    }

    void pipe(String topic, String key, byte[] value, Instant at) {
        TestInputTopic<String, byte[]> input =
                driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
        TestRecord<String, byte[]> record = new TestRecord<>(key, value, at);
        record.headers().add("traceparent", TRACEPARENT.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", new byte[] {1});
        input.pipeInput(record);
    }

    void configure(OrganisationEvent settings) {
        configure(settings.getOrganisationId(), settings);
    }

    void configure(String key, OrganisationEvent settings) {
        pipe(
                Topics.ORGANISATION_EVENTS.name(),
                key,
                serdes.serializer(Topics.ORGANISATION_EVENTS).serialize(Topics.ORGANISATION_EVENTS.name(), settings),
                Given.START);
    }

    void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** Every event since the last call, with its stored bytes. */
    List<StoredEvent> events() {
        List<StoredEvent> stored = new ArrayList<>();
        events.readRecordsToList()
                .forEach(record -> stored.add(new StoredEvent(
                        EventMapping.fromAvro(serdes.deserializer(Topics.SESSION_EVENTS)
                                .deserialize(Topics.SESSION_EVENTS.name(), record.value())),
                        record.value(),
                        record.key(),
                        record.headers())));
        return stored;
    }

    List<RecordedEvent> history() {
        return events().stream().map(StoredEvent::recorded).toList();
    }

    List<AcceptedAnswer> answers() {
        return output(Topics.ANSWERS.name()).readValuesToList().stream()
                .map(bytes -> serdes.deserializer(Topics.ANSWERS).deserialize(Topics.ANSWERS.name(), bytes))
                .toList();
    }

    /** What timers appended. */
    List<SessionCommand> commands() {
        return output(Topics.SESSION_COMMANDS.name()).readValuesToList().stream()
                .map(bytes ->
                        serdes.deserializer(Topics.SESSION_COMMANDS).deserialize(Topics.SESSION_COMMANDS.name(), bytes))
                .toList();
    }

    List<byte[]> deadLetters() {
        return output(Topics.deadLetters(SessionTopology.SERVICE)).readValuesToList();
    }

    String metrics() {
        return metrics.scrape();
    }

    Map<String, byte[]> changelog() {
        return output("colloquy-session-projector-" + SessionTopology.SESSIONS + "-changelog")
                .readKeyValuesToMap();
    }

    KeyValueStore<String, StoredSession> sessions() {
        return driver.getKeyValueStore(SessionTopology.SESSIONS);
    }

    record StoredEvent(RecordedEvent recorded, byte[] bytes, String key, Headers headers) {}

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        driver.close();
    }
}
