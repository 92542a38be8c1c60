package io.colloquy.reports.emotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.colloquy.platform.http.Problem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"1s, 1", "9s, 9", "10s, 10", "59s, 59", "60s, 60"})
    void shouldTakeWholeSeconds(String text, long seconds) {
        assertThat(Buckets.width(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "61s", "1", "s", "-1s", "1.5s", "1m", "01s", "1s'; drop table sessions", "100s"})
    void shouldRefuseAnythingElse(String text) {
        assertThat(catchThrowableOfType(Problem.class, () -> Buckets.width(text))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void shouldGoOnBehindTheLastSpan() {
        assertThat(Buckets.after("2026-03-01T10:00:00Z", SECOND)).isEqualTo(Instant.parse("2026-03-01T10:00:01Z"));
        assertThat(Buckets.after(null, SECOND)).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "1969-01-01T00:00:00Z"
            })
    void shouldRefuseWhatIsNoTimeOfASession(String text) {
        assertThat(catchThrowableOfType(Problem.class, () -> Buckets.after(text, SECOND))
                        .status())
                .isEqualTo(400);
    }
}
