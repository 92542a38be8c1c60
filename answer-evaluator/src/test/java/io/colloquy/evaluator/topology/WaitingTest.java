package io.colloquy.evaluator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final Waiting waiting = new Waiting();

    @Test
    void shouldPassOverALaneThatIsFull() {
        // given
        List<String> started = new ArrayList<>();
        waiting.add("slow", "slow-1", 0, Waiting.FOR_EVER);
        waiting.add("slow", "slow-2", 0, Waiting.FOR_EVER);
        waiting.add("quick", "quick-1", 0, Waiting.FOR_EVER);
        waiting.add("quick", "quick-2", 0, Waiting.FOR_EVER);

        // when
        waiting.startDue(1, task -> task.startsWith("quick") && started.add(task));

        // then
        assertThat(started).containsExactlyInAnyOrder("quick-1", "quick-2");
        assertThat(waiting.isEmpty()).isFalse();
    }

    @Test
    void shouldStartOnlyWhatIsDueAndTheEarliestFirst() {
        // given
        List<String> started = new ArrayList<>();
        waiting.add("lane", "later", 20, Waiting.FOR_EVER);
        waiting.add("lane", "second", 9, Waiting.FOR_EVER);
        waiting.add("lane", "first", 5, Waiting.FOR_EVER);

        // when
        waiting.startDue(10, started::add);

        // then
        assertThat(started).containsExactly("first", "second");
    }
}
