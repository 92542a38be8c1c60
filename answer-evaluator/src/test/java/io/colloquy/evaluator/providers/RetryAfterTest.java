package io.colloquy.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private final RetryAfter retryAfter =
            new RetryAfter(Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void shouldReadSecondsAndDates() {
        assertThat(retryAfter.read("3")).contains(Duration.ofSeconds(3));
        assertThat(retryAfter.read("Fri, 20 Nov 2026 12:00:30 GMT")).contains(Duration.ofSeconds(30));
        assertThat(retryAfter.read("Fri, 20 Nov 2026 11:00:00 GMT")).contains(Duration.ZERO);
    }

    @Test
    void shouldIgnoreWhatMakesNoSense() {
        assertThat(retryAfter.read("soon")).isEmpty();
        assertThat(retryAfter.read("-1")).isEmpty();
        assertThat(retryAfter.read("99999999999999")).isEmpty();
    }
}
