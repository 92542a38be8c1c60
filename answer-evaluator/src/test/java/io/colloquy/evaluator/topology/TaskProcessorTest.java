package io.colloquy.evaluator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.work.PendingTask;
import io.colloquy.evaluator.work.Task;
import io.colloquy.events.Evaluation;
import io.colloquy.platform.metrics.Metrics;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One processor and its store, for what the driver cannot show: restarts and the life of the punctuator. */
class TaskProcessorTest {
    private final EvaluatorFixture fixture = new EvaluatorFixture();
    private final MockProcessorContext<String, SpecificRecord> before = context();
    private final KeyValueStore<String, PendingTask> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(EvaluatorTopology.PENDING_TASKS),
                    fixture.serdes.keys(),
                    PendingTaskSerde.over(fixture.serdes))
            .withLoggingDisabled()
            .withCachingDisabled()
            .build();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shouldPickUpAfterARestartWhatWasPending() {
        // given
        store.init(before.getStateStoreContext(), store);
        before.addStateStore(store);
        TaskProcessor crashed = processor();
        crashed.init(before);
        crashed.process(record("a-1"));
        crashed.process(record("a-2"));
        fixture.calls.take();

        // when
        MockProcessorContext<String, SpecificRecord> after = context();
        after.addStateStore(store);
        TaskProcessor restarted = processor();
        restarted.init(after);
        CapturedPunctuator ticking = after.scheduledPunctuators().getFirst();
        ticking.getPunctuator().punctuate(0);
        fixture.calls.run();
        ticking.getPunctuator().punctuate(0);

        // then
        assertThat(after.forwarded()).hasSize(2).allSatisfy(forwarded -> {
            assertThat(forwarded.childName()).contains(EvaluatorTopology.EVALUATIONS);
            assertThat(((Evaluation) forwarded.record().value()).getSessionId()).isEqualTo(Given.SESSION);
        });
        assertThat(store.all().hasNext()).isFalse();
        assertThat(ticking.cancelled()).isTrue();
    }

    @Test
    void shouldTickOnlyWhileSomethingIsPending() {
        // given
        store.init(before.getStateStoreContext(), store);
        before.addStateStore(store);
        TaskProcessor processor = processor();
        processor.init(before);
        assertThat(before.scheduledPunctuators()).isEmpty();

        // when
        processor.process(record("a-1"));
        processor.process(record("a-2"));

        // then
        assertThat(before.scheduledPunctuators()).hasSize(1);
        CapturedPunctuator ticking = before.scheduledPunctuators().getFirst();
        assertThat(ticking.getInterval()).isEqualTo(TaskProcessor.TICK);
        ticking.getPunctuator().punctuate(0);
        assertThat(ticking.cancelled()).isFalse();
        fixture.calls.run();
        ticking.getPunctuator().punctuate(0);
        assertThat(ticking.cancelled()).isTrue();
    }

    private TaskProcessor processor() {
        return new TaskProcessor(
                fixture.worker, fixture.calls, EvaluatorFixture.POLICY, fixture.worker::after, new Metrics());
    }

    private Record<String, Task> record(String answerId) {
        return new Record<>(
                Given.SESSION,
                new Task.EvaluateAnswer(Given.answer(answerId, Given.GOOD_ANSWER, fixture.sealer)),
                Given.TIME.toEpochMilli());
    }

    private static MockProcessorContext<String, SpecificRecord> context() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "answer-evaluator-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, "target/streams-test");
        MockProcessorContext<String, SpecificRecord> context = new MockProcessorContext<>(properties);
        context.setCurrentSystemTimeMs(Given.TIME.toEpochMilli());
        return context;
    }
}
