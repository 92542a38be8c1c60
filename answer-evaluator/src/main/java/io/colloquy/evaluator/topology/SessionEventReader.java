package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.work.Task;
import io.colloquy.events.SessionErased;
import io.colloquy.events.SessionEvent;
import io.colloquy.events.SessionStarted;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** A session that started is a plan to make; one that is erased takes its key out of our memory. */
final class SessionEventReader extends ContextualProcessor<String, SessionEvent, String, Task> {
    private final Consumer<String> erased;

    SessionEventReader(Consumer<String> erased) {
        this.erased = erased;
    }

    @Override
    public void process(Record<String, SessionEvent> record) {
        Object payload = record.value().getPayload();
        if (payload instanceof SessionStarted) {
            context().forward(record.withValue(new Task.PlanQuestions(record.value())));
        } else if (payload instanceof SessionErased) {
            erased.accept(record.value().getSessionId());
        }
    }
}
