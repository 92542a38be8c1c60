package io.colloquy.evaluator.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(Duration.ofMillis(50));
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);

    @Test
    void shouldTellWhoeverWaitsTooLongAndHoldUpNobodyElse() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // given
            Future<String> slow = threads.submit(() -> turns.take("one", () -> {
                begun.countDown();
                finish.await();
                return "slow";
            }));
            begun.await();

            // when, then
            assertThatThrownBy(() -> turns.take("one", () -> "late"))
                    .isInstanceOf(LogUnavailableException.class)
                    .hasMessageContaining("but others of the organisation are still being written");
            assertThat(turns.take("two", () -> "other")).isEqualTo("other");
            finish.countDown();
            assertThat(slow.get()).isEqualTo("slow");
            assertThat(turns.take("one", () -> "next")).isEqualTo("next");
        }
    }

    @Test
    void shouldGiveTheTurnBackWhenTheWorkFails() throws Exception {
        assertThatThrownBy(() -> turns.take("one", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(turns.take("one", () -> "next")).isEqualTo("next");
    }
}
