package io.colloquy.evaluator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final RetryPolicy policy =
            new RetryPolicy(Duration.ofSeconds(10), 5, Duration.ofSeconds(1), Duration.ofSeconds(20));
    private final Random random = new Random(7);

    @Test
    void shouldRestLongerEachTimeWithJitter() {
        for (int i = 0; i < 100; i++) {
            assertThat(policy.rest(1, Optional.empty(), random))
                    .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_500));
            assertThat(policy.rest(3, Optional.empty(), random))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        }
    }

    @Test
    void shouldNeverRestShorterThanTheProviderAsks() {
        for (int i = 0; i < 100; i++) {
            assertThat(policy.rest(1, Optional.of(Duration.ofSeconds(8)), random))
                    .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        }
    }

    @Test
    void shouldHaveNoPatienceBeyondOneAttempt() {
        assertThat(policy.isTooLong(Optional.of(Duration.ofSeconds(11)))).isTrue();
        assertThat(policy.isTooLong(Optional.of(Duration.ofSeconds(10)))).isFalse();
        assertThat(policy.isTooLong(Optional.empty())).isFalse();
    }
}
