package io.colloquy.evaluator.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoundedCallsTest {
    private final BoundedCalls calls = new BoundedCalls(2);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void shouldStartNoMoreThanThereIsRoomFor() {
        // given
        calls.tryStart(this::waitForEnd);
        calls.tryStart(this::waitForEnd);

        // when
        Optional<Runnable> third = calls.tryStart(this::waitForEnd);

        // then
        assertThat(third).isEmpty();
        end.countDown();
        await().until(() -> calls.tryStart(() -> {}).isPresent());
    }

    @Test
    void shouldFreeThePlaceOfACallThatWasGivenUp() {
        // given
        Runnable giveUp = calls.tryStart(this::waitForEnd).orElseThrow();
        calls.tryStart(this::waitForEnd);

        // when
        giveUp.run();

        // then
        await().until(() -> calls.tryStart(() -> {}).isPresent());
        end.countDown();
    }

    private void waitForEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
