package io.colloquy.evaluator.topology;

import io.colloquy.evaluator.work.Task;
import io.colloquy.events.AcceptedAnswer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** An accepted answer is an evaluation to make. */
final class AnswerReader extends ContextualProcessor<String, AcceptedAnswer, String, Task> {
    @Override
    public void process(Record<String, AcceptedAnswer> record) {
        context().forward(record.withValue(new Task.EvaluateAnswer(record.value())));
    }
}
