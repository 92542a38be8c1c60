package io.colloquy.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {

    @Test
    void shouldGiveEachNameItsOwnTokensAndNoMore() {
        LocalBuckets buckets = new LocalBuckets(3, Duration.ofHours(1));

        for (int i = 0; i < 3; i++) {
            assertThat(buckets.tryTake("alice")).isTrue();
        }

        assertThat(buckets.tryTake("alice")).isFalse();
        assertThat(buckets.tryTake("bob")).isTrue();
    }
}
