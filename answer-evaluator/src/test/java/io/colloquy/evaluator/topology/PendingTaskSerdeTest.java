package io.colloquy.evaluator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.evaluator.work.Fallback;
import io.colloquy.evaluator.work.PendingTask;
import io.colloquy.evaluator.work.Task;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.schemas.wire.EventSerdes;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class PendingTaskSerdeTest {
    private final Serde<PendingTask> serde = PendingTaskSerde.over(new EventSerdes(new OneProcessRegistry()));

    @Test
    void shouldReadBackAnEvaluation() {
        // given
        Task task = new Task.EvaluateAnswer(Given.answer("a-1", Given.GOOD_ANSWER, new Sealer(new InMemoryKeys())));
        PendingTask pending = new PendingTask(
                task,
                2,
                Given.TIME,
                EvaluatorFixture.TRACE,
                List.of(new Fallback("openai", "PROVIDER_TIMEOUT"), new Fallback("gemini", "NOT_CONFIGURED")));

        // when
        PendingTask read =
                serde.deserializer().deserialize("t", serde.serializer().serialize("t", pending));

        // then
        assertThat(read).isEqualTo(pending);
    }

    @Test
    void shouldReadBackAPlan() {
        // given
        PendingTask pending =
                PendingTask.first(new Task.PlanQuestions(Given.started(null)), Given.TIME, EvaluatorFixture.TRACE);

        // when
        PendingTask read =
                serde.deserializer().deserialize("t", serde.serializer().serialize("t", pending));

        // then
        assertThat(read).isEqualTo(pending);
    }

    @Test
    void shouldKeepTheAnswerSealed() {
        // given
        Task task = new Task.EvaluateAnswer(Given.answer("a-1", Given.GOOD_ANSWER, new Sealer(new InMemoryKeys())));

        // when
        byte[] bytes = serde.serializer().serialize("t", PendingTask.first(task, Given.TIME, EvaluatorFixture.TRACE));

        // then
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("execution plan and");
    }
}
