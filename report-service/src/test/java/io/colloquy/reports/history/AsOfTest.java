package io.colloquy.reports.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.colloquy.platform.http.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsOfTest {
    private final List<DecodedEvent> events = Histories.of(5);

    @Test
    void shouldShowEverythingWithoutAMoment() {
        assertThat(AsOf.parse(null).of(events)).hasSize(5);
    }

    @Test
    void shouldShowUpToASeq() {
        assertThat(AsOf.parse("3").of(events)).hasSize(3);
    }

    @Test
    void shouldShowUpToAnInstantAndWithIt() {
        assertThat(AsOf.parse(Histories.START.plusSeconds(2).toString()).of(events))
                .hasSize(2);
        assertThat(AsOf.parse(Histories.START.plusMillis(1_999).toString()).of(events))
                .hasSize(1);
    }

    @Test
    void shouldRefuseAnythingElse() {
        assertThatThrownBy(() -> AsOf.parse("yesterday")).isInstanceOf(Problem.class);
    }

    @Test
    void shouldTellAHistoryInItsOwnTime() {
        assertThat(ReplayPace.between(events.get(0), events.get(1), 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(ReplayPace.between(events.get(0), events.get(1), 10)).isEqualTo(Duration.ofMillis(100));
        assertThat(ReplayPace.between(events.get(0), events.get(1), 0)).isZero();
        assertThat(ReplayPace.between(null, events.get(0), 1)).isZero();
        assertThatThrownBy(() -> ReplayPace.speed("-1")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ReplayPace.speed("NaN")).isInstanceOf(Problem.class);
    }
}
