package io.colloquy.evaluator.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoundedCallsTest {
    private final BoundedCalls calls = new BoundedCalls(2);
    private static final String LANE = "openai";

    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void shouldStartNoMoreThanThereIsRoomFor() {
        // given
        calls.tryStart(LANE, this::waitForEnd);
        calls.tryStart(LANE, this::waitForEnd);

        // when
        Optional<Runnable> third = calls.tryStart(LANE, this::waitForEnd);

        // then
        assertThat(third).isEmpty();
        end.countDown();
        await().until(() -> calls.tryStart(LANE, () -> {}).isPresent());
    }

    @Test
    void shouldFreeThePlaceOfACallThatWasGivenUp() {
        // given
        Runnable giveUp = calls.tryStart(LANE, this::waitForEnd).orElseThrow();
        calls.tryStart(LANE, this::waitForEnd);

        // when
        giveUp.run();

        // then
        await().until(() -> calls.tryStart(LANE, () -> {}).isPresent());
        end.countDown();
    }

    @Test
    void shouldHaveRoomInOtherLanesWhenOneIsFull() {
        // given
        calls.tryStart(LANE, this::waitForEnd);
        calls.tryStart(LANE, this::waitForEnd);

        // when
        Optional<Runnable> other = calls.tryStart("built-in-rubric", this::waitForEnd);

        // then
        assertThat(other).isPresent();
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
