package io.colloquy.frames.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchesTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void shouldLookForOthersEverMoreSeldom() {
        // given
        Searches searches = Searches.NEW.looked(START, true, true);
        List<Integer> looks = new ArrayList<>();
        // when
        for (int second = 1; second < 20; second++) {
            Instant at = START.plusSeconds(second);
            if (searches.othersDue(at)) {
                looks.add(second);
                searches = searches.looked(at, false, false);
            }
        }
        // then
        assertThat(looks).containsExactly(1, 3, 7, 11, 15, 19);
    }

    @Test
    void shouldLookSoonAgainAfterAChange() {
        // given
        Searches calm = new Searches(Optional.of(START), Optional.of(START), 5);
        // then
        assertThat(calm.othersDue(START.plusSeconds(1))).isFalse();
        assertThat(calm.looked(START, false, true).othersDue(START.plusSeconds(1)))
                .isTrue();
        assertThat(calm.anew().thoroughDue(START.plusMillis(500))).isTrue();
    }

    @Test
    void shouldLookAgainWhenTheClockWasSetBack() {
        Searches searches = Searches.NEW.looked(START, true, false);
        assertThat(searches.thoroughDue(START.minusSeconds(3_600))).isTrue();
    }
}
